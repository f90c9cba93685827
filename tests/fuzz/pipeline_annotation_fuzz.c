/* Any report, through every layer; checks that what is found lies inside the text, at the bounds of
 * its characters, and that every row points at one that is there.
 *
 * The first byte says how the others are read: as the bytes of a report, or as words of the
 * program's tables.
 */
#include "fuzz/table_text.h"
#include "pipeline/annotation.h"
#include "pipeline/nouns.h"

#include <stdlib.h>

static void check(bool holds)
{
    if (!holds) abort();
}

static void check_bound(PlSlice text, uint32_t byte)
{
    check(byte <= text.len);
    check(byte == text.len || ((unsigned char)text.ptr[byte] & 0xc0) != 0x80);
}

static uint32_t n_rows_of(const PlAnnotation *annotation, const char *noun)
{
    for (uint32_t n = 0; n < pl_n_report_nouns; n++)
        if (strcmp(pl_report_nouns[n].name, noun) == 0)
            return pl_noun_rows(&pl_report_nouns[n], annotation).n;
    check(false);
    return 0;
}

static void check_field(const PlAnnotation *annotation, const PlField *field, const char *row)
{
    const char *at = row + field->offset;
    if (field->type == PL_FIELD_SPAN) {
        PlSpan span;
        memcpy(&span, at, sizeof span);
        check(span.start_byte <= span.end_byte);
        check_bound(annotation->article.text, span.start_byte);
        check_bound(annotation->article.text, span.end_byte);
    } else if (field->type == PL_FIELD_INDEX) {
        int32_t index;
        memcpy(&index, at, sizeof index);
        check(index >= -1);
        check(index < (int32_t)n_rows_of(annotation, field->target));
    } else if (field->type == PL_FIELD_TEXT) {
        PlSlice text;
        memcpy(&text, at, sizeof text);
        pl_slice_hash(text); /* reads it: the sanitizer knows whether it is there */
    }
}

static void check_rows(const PlAnnotation *annotation)
{
    for (uint32_t n = 0; n < pl_n_report_nouns; n++) {
        const PlNoun *noun = &pl_report_nouns[n];
        PlRows rows = pl_noun_rows(noun, annotation);
        for (uint32_t row = 0; row < rows.n; row++)
            for (uint32_t f = 0; f < noun->n_fields; f++)
                check_field(annotation, &noun->fields[f],
                            (const char *)rows.items + row * noun->row_size);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static ParleyModel model; /* the fuzzer runs one thread */
    static TableWords words;
    if (!model.talks) {
        pl_arena_init(&model.arena, 0);
        pl_annotation_model_load(&model);
        table_words_load(&model.arena, &words);
    }
    PlArena arena;
    PlAnnotation annotation = {0};
    PlRawReport report = {.bytes = {(const char *)bytes, len}};
    pl_arena_init(&arena, 0);
    if (len > 0 && bytes[0] & 1)
        report.bytes = table_words_text(&arena, &words, bytes + 1, len - 1);
    pl_annotate(&arena, &model, &report, &annotation);
    check_rows(&annotation);
    pl_arena_clear(&arena);
    return 0;
}
