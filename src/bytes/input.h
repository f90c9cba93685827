/* Inputs: paths in, reports as bytes with metadata out.
 *
 * A PlInput names one report to be: a file, or one line of a JSON Lines file. Listing is cheap and
 * keeps order; loading reads the bytes, on any thread. HTML, feeds and archives join here later,
 * each as one more kind of input.
 *
 * limits   a report of at most PL_REPORT_MOST_BYTES
 * owner    the arena given to each call
 * threads  list: one; load: any number, each with an arena of its own
 */
#ifndef PL_BYTES_INPUT_H
#define PL_BYTES_INPUT_H

#include "base/vec.h"
#include "bytes/metadata.h"
#include "parley/parley.h"

enum { PL_REPORT_MOST_BYTES = 16 * 1024 * 1024 };

typedef struct PlInput {
    PlSlice path;        /* as given; "-" is standard input; terminated */
    uint32_t line;       /* 1-based line of a JSON Lines file, 0 = the whole file */
    PlMetadata metadata; /* from options and manifest; the report's own comes with loading */
    PlSlice bytes;       /* JSON Lines: the object's line; else empty until loaded */
} PlInput;

typedef PL_VEC(PlInput) PlInputs;

typedef struct PlRawReport {
    PlSlice bytes; /* the report's text, not yet checked for UTF-8 */
    PlMetadata metadata;
} PlRawReport;

/* Called for each input that has to be left out while listing (a missing file, a broken line). */
typedef void (*PlInputNotice)(void *context, ParleyNoticeKind kind, const char *line);

/* Lists the reports of `paths`. In JSON Lines, each line is a report and a broken line is a notice.
 * The manifest's rows are matched by path as given, else by file name.
 * errors   the manifest's: NOT_FOUND, UNREADABLE, BAD_INPUT (a wrong column). Paths are notices. */
ParleyStatus pl_inputs_list(PlArena *arena, const char *const *paths, size_t n_paths,
                            const ParleyReadOptions *options, PlInputs *inputs,
                            uint32_t *n_left_out, ParleyError *error);

/* Reads the bytes of one input. errors: NOT_FOUND, UNREADABLE (no permission, a folder), BAD_INPUT
 * (empty, binary, JSON without text), TOO_BIG. The message is the whole line for the user. */
ParleyStatus pl_input_load(PlArena *arena, const PlInput *input, PlRawReport *report,
                           ParleyError *error);

#endif
