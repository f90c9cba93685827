/* Happenings: many mentions, one event. Inside a report and across reports, mentions of the same
 * happening are one, with the count of independent publishers that tell of it.
 *
 * Two mentions can be of one happening when
 *   - their PLOVER type is one, and their modes are not two
 *   - each side of the one is that of the other, or a part of it; a leader, an army and a state are
 *     one side, but two named persons of one side are two
 *   - their dates are equal, or one is less precise or unknown; without a date, the reports are of
 *     one story or of neighbouring days
 *   - their places are not two, unless one is the country
 *   - neither is denied or only thought of while the other is not; a plan and what came of it are
 *     one if both have the same day
 * and how much speaks for it (the actors, the day, the frame, the words) reaches what the type asks
 * for: two statements of one speaker on one day stay two unless they share words, two meetings of
 * the same parties on one day do not.
 *
 * A pure function of the reports, which come sorted by id: mentions are taken by the day of
 * publication, so neither the order of reading nor threads can show.
 *
 * owner    `arena`
 * cost     near O(mentions): one is held against the newest PL_HAPPENINGS_WINDOW happenings of its
 *          type and story, or type and one of its parties, and the first few mentions of each
 * threads  pure
 */
#ifndef PL_STORY_HAPPENINGS_H
#define PL_STORY_HAPPENINGS_H

#include "story/event_mentions.h"
#include "story/stories.h"

enum { PL_HAPPENINGS_WINDOW = 32, PL_HAPPENING_ID_DIGITS = 12 };

typedef struct PlHappening {
    PlSlice id;     /* 12 hex digits, from the place of its first mention */
    PlSlice plover; /* codes: those of most mentions */
    PlSlice mode;
    PlSlice cameo;
    uint8_t quad;
    double goldstein;
    PlEventStatus status;
    PlSlice date;  /* the most precise one; empty = unknown */
    int32_t place; /* actor, -1 = unknown; a town before its country */
    uint32_t n_mentions;
    uint32_t n_reports;
    uint32_t n_publishers; /* independent ones: copies of one text count once */
} PlHappening;

typedef struct PlHappeningActor {
    int32_t happening;
    PlEventSide side;
    int32_t actor; /* -1 = without a name of its own: see `name` */
    PlSlice name;
    PlSlice party; /* whom it acts for: a country's code, else its name; empty: could be anybody */
    PlSlice code;  /* CAMEO actor code */
} PlHappeningActor;

typedef struct PlHappeningMention {
    int32_t happening;
    int32_t report;
    int32_t event; /* of that report */
} PlHappeningMention;

typedef struct PlHappenings {
    PL_VEC(PlHappening) happenings;      /* by report and event of the first mention */
    PL_VEC(PlHappeningActor) actors;     /* by happening, sources first, most mentioned first */
    PL_VEC(PlHappeningMention) mentions; /* by happening, then date of publication */
} PlHappenings;

void pl_happenings_find(PlArena *arena, const PlHappeningInput *reports, uint32_t n_reports,
                        const PlActors *actors, const PlStories *stories, PlHappenings *happenings);

#endif
