/* Nouns: the rows of the record, described once. The store makes its tables from this, exports
 * write their columns from it; no other place lists them.
 *
 * A noun is a C struct kept in a PL_VEC. Its fields become columns, a span becomes two
 * (<name>_start, <name>_end; the field called "span" gives start, end).
 *
 * Invariants
 *  1. Nouns of a report live in PlAnnotation at `rows_offset`, nouns of the record in PlRecord.
 *  2. An index field points into the noun that it names, in the same report; -1 is NULL.
 */
#ifndef PL_PIPELINE_NOUNS_H
#define PL_PIPELINE_NOUNS_H

#include "pipeline/record.h"

typedef enum PlFieldType {
    PL_FIELD_TEXT,   /* PlSlice; empty is NULL */
    PL_FIELD_SPAN,   /* PlSpan; empty is two NULLs */
    PL_FIELD_INDEX,  /* int32_t; -1 is NULL */
    PL_FIELD_COUNT,  /* uint32_t */
    PL_FIELD_FLAG,   /* uint8_t */
    PL_FIELD_NUMBER, /* double; NaN is NULL */
    PL_FIELD_NAME    /* an enum; stored as names[value] */
} PlFieldType;

typedef struct PlField {
    const char *name;
    PlFieldType type;
    uint32_t offset;
    const char *const *names; /* PL_FIELD_NAME */
    uint32_t n_names;
} PlField;

typedef struct PlNoun {
    const char *name; /* of the table */
    size_t row_size;
    size_t rows_offset; /* of the PL_VEC in PlAnnotation or PlRecord */
    const PlField *fields;
    uint32_t n_fields;
} PlNoun;

extern const PlNoun pl_report_nouns[]; /* rows of one report: mentions, entities, roles, ... */
extern const uint32_t pl_n_report_nouns;
extern const PlNoun pl_record_nouns[]; /* rows across reports: actors, stories, ... */
extern const uint32_t pl_n_record_nouns;

#endif
