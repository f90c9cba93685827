/* Samples: reports and records with rows in every noun, filled by the description of the nouns, so
 * that a noun or field that is added is tested without a word here. */
#ifndef TESTS_SAMPLE_H
#define TESTS_SAMPLE_H

#include <math.h>
#include <string.h>

#include "store/store.h"

enum { SAMPLE_ROWS = 3 };

/* Row `i` of a noun: every field has a value that tells it from others, the last row has none. */
static inline void sample_fill(PlArena *arena, const PlNoun *noun, void *row, uint32_t i)
{
    bool blank = i + 1 == SAMPLE_ROWS;
    for (uint32_t f = 0; f < noun->n_fields; f++) {
        const PlField *field = &noun->fields[f];
        void *member = (char *)row + field->offset;
        uint32_t number = i + f;
        switch (field->type) {
        case PL_FIELD_TEXT:
            if (!blank)
                *(PlSlice *)member = pl_arena_format(arena, "%s \"%s\", %u\n\xc3\xa9", noun->name,
                                                     field->name, (unsigned)i);
            break;
        case PL_FIELD_SPAN:
            if (!blank) *(PlSpan *)member = (PlSpan){number, number + 2};
            break;
        case PL_FIELD_INDEX:
            *(int32_t *)member = blank ? -1 : (int32_t)(number % SAMPLE_ROWS);
            break;
        case PL_FIELD_REPORT:
            *(int32_t *)member = (int32_t)(i % 2);
            break;
        case PL_FIELD_COUNT:
            *(uint32_t *)member = blank ? UINT32_MAX : number;
            break;
        case PL_FIELD_FLAG:
            *(uint8_t *)member = blank ? UINT8_MAX : (uint8_t)number;
            break;
        case PL_FIELD_NUMBER:
            *(double *)member = blank ? (double)NAN : number + 0.1;
            break;
        case PL_FIELD_NAME:
            *(uint32_t *)member = number % field->n_names;
            break;
        }
    }
}

static inline PlRows sample_rows(PlArena *arena, const PlNoun *noun)
{
    PlRows rows = {.n = SAMPLE_ROWS, .capacity = SAMPLE_ROWS};
    rows.items = pl_arena_alloc_array(arena, SAMPLE_ROWS, noun->row_size, 64);
    for (uint32_t i = 0; i < rows.n; i++)
        sample_fill(arena, noun, (char *)rows.items + i * noun->row_size, i);
    return rows;
}

/* A report of two sentences; `text` has at least 20 bytes. */
static inline void sample_report(PlArena *arena, const char *id, const char *text,
                                 PlAnnotation *report)
{
    *report = (PlAnnotation){0};
    sample_fill(arena, &pl_reports_noun, report, 0);
    report->article.metadata.id = pl_arena_copy(arena, pl_slice(id));
    report->article.text = pl_arena_copy(arena, pl_slice(text));
    for (uint32_t i = 0; i < pl_n_report_nouns; i++)
        pl_noun_set_rows(&pl_report_nouns[i], report, sample_rows(arena, &pl_report_nouns[i]));
    PlTokens *tokens = &report->tokens;
    tokens->text = report->article.text;
    tokens->n_sents = 2;
    tokens->sent_span = pl_arena_array(arena, PlSpan, 2);
    tokens->sent_block = pl_arena_array(arena, uint32_t, 2);
    uint32_t end = (uint32_t)report->article.text.len;
    uint32_t dot = (uint32_t)(strchr(text, '.') - text) + 1;
    tokens->sent_span[0] = (PlSpan){0, dot};
    tokens->sent_span[1] = (PlSpan){dot + 1, end};
    tokens->sent_block[1] = 2;
}

/* The record of `n_reports` reports, which are sorted by id. */
static inline void sample_record(PlArena *arena, PlAnnotation *reports, uint32_t n_reports,
                                 PlRecord *record)
{
    *record = (PlRecord){.n_reports = n_reports, .reports = reports};
    for (uint32_t i = 0; i < pl_n_record_nouns; i++)
        pl_noun_set_rows(&pl_record_nouns[i], record, sample_rows(arena, &pl_record_nouns[i]));
    record->refs = pl_arena_array(arena, PlSlice, n_reports);
    record->stories.publisher_of = pl_arena_array(arena, int32_t, n_reports);
    record->stories.original_of = pl_arena_array(arena, int32_t, n_reports);
    for (uint32_t i = 0; i < n_reports; i++) {
        record->refs[i] = pl_arena_format(arena, "ref%u", (unsigned)i);
        record->stories.publisher_of[i] = (int32_t)(7 * i);
        record->stories.original_of[i] = (int32_t)(i / 2);
    }
}

static inline bool sample_fields_equal(const PlNoun *noun, const void *a, const void *b)
{
    for (uint32_t f = 0; f < noun->n_fields; f++) {
        const PlField *field = &noun->fields[f];
        const void *x = (const char *)a + field->offset;
        const void *y = (const char *)b + field->offset;
        bool equal;
        if (field->type == PL_FIELD_TEXT)
            equal = pl_slice_equal(*(const PlSlice *)x, *(const PlSlice *)y);
        else if (field->type == PL_FIELD_NUMBER)
            equal = *(const double *)x == *(const double *)y ||
                    (isnan(*(const double *)x) && isnan(*(const double *)y));
        else
            equal = memcmp(x, y,
                           field->type == PL_FIELD_SPAN   ? sizeof(PlSpan)
                           : field->type == PL_FIELD_FLAG ? 1
                                                          : 4) == 0;
        if (!equal) return false;
    }
    return true;
}

/* Every row of the noun in both owners. */
static inline bool sample_rows_equal(const PlNoun *noun, const void *a, const void *b)
{
    PlRows x = pl_noun_rows(noun, a);
    PlRows y = pl_noun_rows(noun, b);
    if (x.n != y.n) return false;
    for (uint32_t i = 0; i < x.n; i++)
        if (!sample_fields_equal(noun, (char *)x.items + i * noun->row_size,
                                 (char *)y.items + i * noun->row_size))
            return false;
    return true;
}

#endif
