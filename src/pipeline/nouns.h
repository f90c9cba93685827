/* Nouns: the rows of the record, described once. The store makes its tables from this, exports
 * write their columns from it; no other place lists them.
 *
 * A noun is a C struct kept in a PL_VEC. Its fields become columns, a span becomes two
 * (<name>_start, <name>_end; the field called "span" gives start, end).
 *
 * Invariants
 *  1. Nouns of a report live in PlAnnotation at `rows_offset`, nouns of the record in PlRecord.
 *  2. An index field points into the noun that it names (`target`); -1 is NULL. In a noun of a
 *     report, and in an evidence row for what belongs to its report, that is the same report.
 *  3. In memory a report is a number; in a table it is the report's id.
 *
 * Three nouns are not kept in vectors of their own struct and have PL_NO_ROWS: the store moves them
 * itself.
 */
#ifndef PL_PIPELINE_NOUNS_H
#define PL_PIPELINE_NOUNS_H

#include "pipeline/record.h"

typedef enum PlFieldType {
    PL_FIELD_TEXT,   /* PlSlice; empty is NULL */
    PL_FIELD_SPAN,   /* PlSpan; empty is two NULLs */
    PL_FIELD_INDEX,  /* int32_t; -1 is NULL */
    PL_FIELD_REPORT, /* int32_t index into PlRecord.reports, never -1; stored as the report's id */
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
    const char *target; /* PL_FIELD_INDEX: name of the noun pointed into */
} PlField;

typedef struct PlNoun {
    const char *name; /* of the table */
    size_t row_size;
    size_t rows_offset; /* of the PL_VEC in PlAnnotation or PlRecord */
    const PlField *fields;
    uint32_t n_fields;
} PlNoun;

#define PL_NO_ROWS SIZE_MAX

extern const PlNoun pl_report_nouns[]; /* rows of one report: mentions, entities, roles, ... */
extern const uint32_t pl_n_report_nouns;
extern const PlNoun pl_record_nouns[]; /* rows across reports: actors, stories, ... */
extern const uint32_t pl_n_record_nouns;

/* The report itself: a row is a PlAnnotation. Its id is the key and no field. */
extern const PlNoun pl_reports_noun;

/* A sentence; in memory a column of PlTokens. */
typedef struct PlSentenceRow {
    PlSpan span;
    int32_t block;
} PlSentenceRow;
extern const PlNoun pl_sentences_noun;

/* What the record knows of a report: PlRecord.refs and what its stories say of copies. */
typedef struct PlPublisherRow {
    int32_t report;
    PlSlice ref;
    uint32_t publisher;
    int32_t original; /* itself = no copy */
} PlPublisherRow;
extern const PlNoun pl_publishers_noun;

/* The rows of a noun in `owner`, the PlAnnotation or PlRecord that holds them. */
PlRows pl_noun_rows(const PlNoun *noun, const void *owner);
void pl_noun_set_rows(const PlNoun *noun, void *owner, PlRows rows);

#endif
