#include "bytes/conllu_report.h"

enum { ID, FORM, MISC = 9, N_COLUMNS, MOST_ID_DIGITS = 8 };

/* The digits at the start of `rest`, which are taken off it; not more than an ID can have. */
static bool take_number(PlSlice *rest, uint32_t *number)
{
    size_t n = 0;
    *number = 0;
    while (n < rest->len && rest->ptr[n] >= '0' && rest->ptr[n] <= '9' && n < MOST_ID_DIGITS)
        *number = *number * 10 + (uint32_t)(rest->ptr[n++] - '0');
    *rest = (PlSlice){rest->ptr + n, rest->len - n};
    return n > 0;
}

static bool read_id(PlSlice id, PlConlluLine *line)
{
    uint32_t first, second;
    if (!take_number(&id, &first)) return false;
    line->kind = PL_CONLLU_WORD;
    line->last_id = first;
    if (id.len == 0) return first > 0;
    char sign = id.ptr[0];
    id = (PlSlice){id.ptr + 1, id.len - 1};
    if (!take_number(&id, &second) || id.len) return false;
    line->kind = sign == '-' ? PL_CONLLU_RANGE : PL_CONLLU_EMPTY_NODE;
    if (sign == '-') line->last_id = second;
    return sign == '.' || (sign == '-' && first < second);
}

static bool has_part(PlSlice misc, const char *wanted)
{
    PlSlice part;
    while (pl_slice_next(&misc, '|', &part))
        if (pl_slice_is(part, wanted)) return true;
    return false;
}

static void read_comment(PlSlice bytes, PlConlluLine *line)
{
    PlSlice rest = {bytes.ptr + 1, bytes.len - 1};
    PlSlice key = {0};
    pl_slice_next(&rest, '=', &key);
    line->kind = PL_CONLLU_COMMENT;
    line->key = pl_slice_trim(key);
    line->value = pl_slice_trim(rest);
}

const char *pl_conllu_line_read(PlSlice bytes, PlConlluLine *line)
{
    *line = (PlConlluLine){.kind = PL_CONLLU_BLANK};
    if (bytes.len && bytes.ptr[bytes.len - 1] == '\r') bytes.len--;
    if (pl_slice_trim(bytes).len == 0) return NULL;
    if (bytes.ptr[0] == '#') {
        read_comment(bytes, line);
        return NULL;
    }
    PlSlice cells[N_COLUMNS] = {0};
    PlSlice rest = bytes;
    uint32_t n = 0;
    for (PlSlice cell; pl_slice_next(&rest, '\t', &cell); n++)
        if (n < N_COLUMNS) cells[n] = cell;
    if (n != N_COLUMNS) return "not ten columns with tabs between them";
    if (!read_id(cells[ID], line)) return "an ID that is neither 1, 1-2 nor 1.1";
    line->form = pl_slice_trim(cells[FORM]);
    if (line->form.len == 0) return "no FORM";
    line->space_after = !has_part(cells[MISC], "SpaceAfter=No");
    return NULL;
}

bool pl_conllu_is_newdoc(const PlConlluLine *line)
{
    return line->kind == PL_CONLLU_COMMENT &&
           (pl_slice_is(line->key, "newdoc") || pl_slice_is(line->key, "newdoc id"));
}

typedef struct Reading {
    PlArena *arena;
    PlGivenTokens *given;
    PlGivenSentence next; /* what comments say of the sentence to come */
    bool in_sentence;
    uint32_t range_end; /* 0 = outside a multi-word token */
    bool range_space;
} Reading;

static void add_word(Reading *r, const PlConlluLine *line)
{
    PlGivenTokens *given = r->given;
    if (!r->in_sentence) {
        r->next.first_word = given->words.n;
        *pl_vec_push(r->arena, &given->sents) = r->next;
        r->next = (PlGivenSentence){0};
        r->in_sentence = true;
    }
    bool space = line->space_after;
    if (line->last_id < r->range_end) space = false;
    if (line->last_id == r->range_end) space = r->range_space;
    *pl_vec_push(r->arena, &given->words) = (PlGivenWord){line->form, space};
}

static void add_comment(Reading *r, const PlConlluLine *line)
{
    if (pl_slice_is(line->key, "newpar") || pl_slice_is(line->key, "newpar id"))
        r->next.begins_paragraph = true;
    if (pl_slice_is(line->key, "sent_id")) r->next.id = line->value;
}

static void add_line(Reading *r, const PlConlluLine *line)
{
    switch (line->kind) {
    case PL_CONLLU_BLANK:
        r->in_sentence = false;
        r->range_end = 0;
        break;
    case PL_CONLLU_COMMENT:
        add_comment(r, line);
        break;
    case PL_CONLLU_RANGE:
        r->range_end = line->last_id;
        r->range_space = line->space_after;
        break;
    case PL_CONLLU_WORD:
        add_word(r, line);
        break;
    case PL_CONLLU_EMPTY_NODE:
        break;
    }
}

void pl_conllu_report_read(PlArena *arena, PlSlice bytes, PlGivenTokens *given)
{
    *given = (PlGivenTokens){0};
    Reading reading = {.arena = arena, .given = given};
    PlConlluLine line;
    for (PlSlice part; pl_slice_next(&bytes, '\n', &part);)
        if (!pl_conllu_line_read(part, &line)) add_line(&reading, &line);
}
