/* Lists: the rows of each list command.
 *
 * Each function fills in `list`, whose `what` and `columns` say what the rows are. Rows that say
 * the same of the same are one, with the places of all in their evidence.
 *
 * owner    listing->arena
 * threads  pure
 */
#ifndef PL_VIEW_LISTS_H
#define PL_VIEW_LISTS_H

#include "store/store.h"
#include "view/list.h"

typedef struct PlListing {
    PlArena *arena;
    const PlRecord *record;
    const ParleyViewOptions *options;
} PlListing;

void pl_list_people(const PlListing *listing, PlList *list);
/* Names that were taken for one person's, and why. */
void pl_list_merges(const PlListing *listing, PlList *list);
void pl_list_delegations(const PlListing *listing, PlList *list);
void pl_list_positions(const PlListing *listing, PlList *list);
/* Positions in the order of the reports' dates, each with what it is to the one before. */
void pl_list_moves(const PlListing *listing, PlList *list);
/* Issues on which two sides or more take a stance. */
void pl_list_gaps(const PlListing *listing, PlList *list);
void pl_list_conditions(const PlListing *listing, PlList *list);
void pl_list_outlook(const PlListing *listing, PlList *list);
/* options->speaker and options->about choose among the rows. */
void pl_list_quotes(const PlListing *listing, PlList *list);
/* Happenings, or with options->mentions their mentions; view/event_filter.h says which. */
void pl_list_events(const PlListing *listing, PlList *list);
void pl_list_places(const PlListing *listing, PlList *list);
/* The same as a GeoJSON FeatureCollection (RFC 7946). */
void pl_places_write_geojson(const PlListing *listing, PlBuffer *out);
/* Those with a date that are neither denied nor only thought of, in its order. */
void pl_list_timeline(const PlListing *listing, PlList *list);
/* All, or those that options->argument leads to. */
void pl_list_stories(const PlListing *listing, PlList *list);
void pl_list_story_changes(const PlListing *listing, PlList *list);
/* Numbers that several publishers give of one thing. */
void pl_list_figures(const PlListing *listing, PlList *list);
/* Pairs of reports that share text. */
void pl_list_copies(const PlListing *listing, PlList *list);
void pl_list_sources(const PlListing *listing, PlList *list);
/* The negotiations of the record (pipeline/negotiations.h). */
void pl_list_talks(const PlListing *listing, PlList *list);
void pl_list_reports(const PlListing *listing, PlList *list);

/* Where `condition` stands as a whole: one span when its two parts are in one sentence, else two.
 */
uint32_t pl_condition_spans(const PlRecord *record, int32_t report, const PlCondition *condition,
                            PlSpan spans[2]);

#endif
