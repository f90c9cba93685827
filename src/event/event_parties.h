/* Event parties: the two whom a report is about, and what they are left out of in its sentences.
 * Private to src/event.
 *
 * A report on talks names its two sides once, and then says "the talks" and "Kyiv demands a truce".
 * Between whom most of its events are, and whom it speaks of most, are taken for those two: talks
 * without anybody are theirs, what one of them demands, offers or refuses without a word to whom is
 * for the other, and who hosts talks hosts both. Such actors have no words in the sentence, so that
 * nobody takes them for said.
 */
#ifndef PL_EVENT_EVENT_PARTIES_H
#define PL_EVENT_EVENT_PARTIES_H

#include "event/event_sides.h"

/* Completes the sides, one for each event; events of talks that stay nobody's are left out of both
 * lists. Linear in mentions and events. */
void pl_event_settle_parties(const PlEventText *text, PlEvents *events, PlEventSidesList *sides);

#endif
