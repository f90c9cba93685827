#include "view/hits.h"

#include <inttypes.h>

#include "text/utf8.h"
#include "view/escape.h"
#include "view/naming.h"

enum { TEXT, REPORT, SENTENCE, N_COLUMNS };

static const PlColumn columns[N_COLUMNS] = {
    [TEXT] = {"text", "Sentence", PL_CELL_TEXT, {NULL}},
    [REPORT] = {"report", NULL, PL_CELL_TEXT, {NULL}},
    [SENTENCE] = {"sentence", NULL, PL_CELL_NUMBER, {NULL}},
};

/* Reports are sorted by id. */
static int32_t find_report(const PlRecord *record, PlSlice id)
{
    uint32_t low = 0;
    uint32_t high = record->n_reports;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = pl_slice_compare(record->reports[middle].article.metadata.id, id);
        if (order == 0) return (int32_t)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

static void fill_list(PlArena *arena, const PlRecord *record, const PlStoreHits *hits, PlList *list)
{
    for (uint32_t i = 0; i < hits->n; i++) {
        const PlStoreHit *hit = &hits->items[i];
        int32_t report = find_report(record, hit->report);
        if (report < 0) continue;
        PlListRow *row = pl_list_add_row(arena, list);
        row->cells[TEXT].text = pl_naming_words(record, report, hit->span);
        row->cells[REPORT].text = hit->report;
        row->cells[SENTENCE].number = hit->sentence;
        pl_evidence_add(arena, &row->evidence, report, hit->span);
    }
}

static bool is_word_byte(char c)
{
    bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
    return is_letter || (c >= '0' && c <= '9');
}

/* A word of the text that begins as one of the searched words does. */
static bool is_searched(PlArena *arena, PlSlice word, PlSlice searched)
{
    PlSlice folded = pl_utf8_fold(arena, word);
    size_t at = 0;
    while (at < searched.len) {
        while (at < searched.len && !is_word_byte(searched.ptr[at]))
            at++;
        size_t start = at;
        while (at < searched.len && is_word_byte(searched.ptr[at]))
            at++;
        size_t len = at - start;
        if (len && len <= folded.len &&
            pl_slice_equal((PlSlice){folded.ptr, len}, (PlSlice){searched.ptr + start, len}))
            return true;
    }
    return false;
}

static PlRich mark_words(PlArena *arena, PlSlice text, PlSlice searched)
{
    PlRich rich = {0};
    PlSlice line = pl_escape_line(arena, text);
    for (size_t at = 0; at < line.len;) {
        size_t start = at;
        bool is_word = is_word_byte(line.ptr[at]);
        while (at < line.len && is_word_byte(line.ptr[at]) == is_word)
            at++;
        PlSlice part = {line.ptr + start, at - start};
        bool is_hit = is_word && is_searched(arena, part, searched);
        pl_rich_add_part(arena, &rich, is_hit ? PL_STYLE_HIT : PL_STYLE_PLAIN, part);
    }
    return rich;
}

static void write_text(PlPage *page, const PlRecord *record, const PlList *list, const char *words)
{
    uint32_t n_replaced;
    PlSlice searched =
        words ? pl_utf8_repair(page->arena, pl_slice(words), &n_replaced) : (PlSlice){0};
    searched = pl_utf8_fold(page->arena, searched);
    for (uint32_t i = 0; i < list->rows.n; i++) {
        const PlListRow *row = &list->rows.items[i];
        PlRich rich = mark_words(page->arena, row->cells[TEXT].text, searched);
        pl_evidence_put_refs(page->arena, record, &row->evidence, 1, &rich);
        pl_page_paragraph(page, &rich, 0, 2);
    }
    if (list->rows.n == 0)
        pl_buffer_format(page->out, "No sentence in %" PRIu32 " %s has all these words.\n",
                         record->n_reports, record->n_reports == 1 ? "report" : "reports");
}

void pl_hits_write(PlPage *page, const PlRecord *record, const PlStoreHits *hits, const char *words,
                   ParleyFormat format)
{
    PlList list = {.what = "sentences", .columns = columns, .n_columns = N_COLUMNS};
    fill_list(page->arena, record, hits, &list);
    if (format == PARLEY_FORMAT_JSON)
        pl_list_write_json(page->out, record, &list);
    else if (format == PARLEY_FORMAT_CSV)
        pl_list_write_csv(page->arena, page->out, record, &list);
    else
        write_text(page, record, &list, words);
}
