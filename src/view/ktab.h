/* KTAB: the positions as the CSV that KTAB's spatial models (SMP) read.
 *
 * The first line has the scenario's name, a description, the number of actors and of dimensions;
 * the second the column names; then one line an actor: influence, and for each dimension position
 * and salience, all from 0 to 100. A dimension is an issue on which two sides or more take a
 * stance.
 *
 * position   the mean over evidence of where a stance lies: demands 100, supports 90, offers 75,
 *            accepts 65, concedes 50, opposes 10, rejects 0; 50 for a side that says nothing
 * salience   which share of all that is said of a side's stances is on this issue, 1 at least;
 *            a side's saliences make 100 at most, as SMP asks
 * influence  independent publishers that report a side's stances, the most reported side being 100:
 *            prominence, not power; an analyst puts in what they know
 *
 * Names have no commas: SMP's reader splits at each.
 *
 * source   KAPSARC's KTAB, examples/smp/doc
 * threads  pure
 */
#ifndef PL_VIEW_KTAB_H
#define PL_VIEW_KTAB_H

#include "base/arena.h"
#include "base/buffer.h"
#include "pipeline/record.h"

void pl_ktab_write(PlArena *arena, PlBuffer *out, const PlRecord *record);

#endif
