/* Event table parts: what the files of the event tables share. */
#ifndef PL_VIEW_EVENT_TABLE_PARTS_H
#define PL_VIEW_EVENT_TABLE_PARTS_H

#include "view/event_codes.h"
#include "view/event_table.h"

/* A row on its way out: each call adds a field. */
typedef struct PlTableRow {
    PlArena *arena;
    PlBuffer *out;
    uint32_t n_fields;
} PlTableRow;

void pl_row_text(PlTableRow *row, PlSlice text);
void pl_row_integer(PlTableRow *row, int64_t number);
/* NaN is empty. */
void pl_row_number(PlTableRow *row, double number);
void pl_row_empty(PlTableRow *row, uint32_t n);
void pl_row_end(PlTableRow *row);

/* The first n digits of an ISO date, "20310516"; empty when it has fewer. */
PlSlice pl_digits_of(PlArena *arena, PlSlice iso, size_t n_digits);

typedef struct PlTabledEvent {
    const PlHappening *happening;
    PlCodedAs as;
    const PlHappeningActor *actors; /* [n_actors] */
    uint32_t n_actors;
    const PlHappeningMention *mentions; /* [n_mentions], one at least */
    uint32_t n_mentions;
    const PlActor *place_actor; /* NULL = unknown */
    const PlPlace *place;       /* as a report has it; NULL = unknown */
} PlTabledEvent;

enum {
    PL_TABLED_MOST_PARTIES = 8,
    PL_TABLED_MOST_PAIRS = PL_TABLED_MOST_PARTIES * PL_TABLED_MOST_PARTIES
};

typedef struct PlTabledParties {
    const PlHappeningActor *actors[PL_TABLED_MOST_PARTIES];
    uint32_t n;
} PlTabledParties;

/* Either may be NULL, not both. */
typedef struct PlTabledPair {
    const PlHappeningActor *source;
    const PlHappeningActor *target;
} PlTabledPair;

typedef struct PlTabledPairs {
    PlTabledPair items[PL_TABLED_MOST_PAIRS];
    uint32_t n;
} PlTabledPairs;

void pl_tabled_pairs(const PlTabledEvent *event, PlTabledPairs *pairs);
/* The first mention. */
const PlEvent *pl_tabled_lead(const PlRecord *record, const PlTabledEvent *event);

/* Character counts of a report, so that each place in it is found by counting a step at most. */
typedef struct PlCharacterCounts {
    uint32_t *before; /* [bytes / step + 1] characters before each step; NULL = not counted yet */
} PlCharacterCounts;

typedef struct PlTableWriting {
    const PlRecord *record;
    PlEventCodes codes;
    PlTableRow row;
    int32_t *story_of;             /* [n_reports] -1 = none */
    PlCharacterCounts *characters; /* [n_reports] */
    PlSlice *names;                /* [n_reports][PL_N_ENTITY_TYPES] joined; ptr NULL = not yet */
} PlTableWriting;

/* Characters of a report's text before a byte. */
int64_t pl_tabled_characters(PlTableWriting *writing, int32_t report, uint32_t byte);
/* The actors of an event of a report: [*first, *end). O(log n) */
void pl_tabled_actors(const PlEvents *events, int32_t event, uint32_t *first, uint32_t *end);

void pl_write_gdelt_event(PlTableWriting *writing, const PlTabledEvent *event);
void pl_write_gdelt_mentions(PlTableWriting *writing, const PlTabledEvent *event);
void pl_write_icews_event(PlTableWriting *writing, const PlTabledEvent *event);
void pl_write_polecat_event(PlTableWriting *writing, const PlTabledEvent *event);

#endif
