/* Inputs: paths in, reports as bytes with metadata out.
 *
 * A PlInput names one report to be: a file, one line of a JSON Lines file, or the lines of one
 * document in a CoNLL-U file. Listing is cheap (of CoNLL-U it looks at every line) and keeps order;
 * loading reads the bytes, on any thread. HTML, feeds and archives join here later, each as one
 * more kind of input.
 *
 * Ids. A report's id is the one that is given (options, manifest, its JSON object), else its file's
 * name without the ending. A report without a file of its own (standard input, a JSON line without
 * an id) is called after its content, "stdin-3f9a0c2d51b7", so that neither the order nor the
 * number of calls shows; a document of CoNLL-U without one after the line where it begins.
 *
 * limits   a report, and a line of JSON Lines, of at most PL_REPORT_MOST_BYTES. Listing keeps no
 *          text of regular files, all of standard input and pipes.
 * owner    the arena given to each call
 * threads  list: one; load: any number, each with an arena of its own
 */
#ifndef PL_BYTES_INPUT_H
#define PL_BYTES_INPUT_H

#include "base/vec.h"
#include "bytes/conllu_report.h"
#include "bytes/metadata.h"
#include "parley/parley.h"

enum { PL_REPORT_MOST_BYTES = 16 * 1024 * 1024 };

typedef struct PlInput {
    PlSlice path; /* as given; "-" is standard input; terminated */
    bool is_conllu;
    uint32_t line;       /* 1-based line where it begins in the file, 0 = the whole file */
    uint64_t offset;     /* of that line in the file */
    size_t len;          /* of its line, or lines */
    PlMetadata metadata; /* from options and manifest, id always; the rest of the report's own comes
                            with loading */
    PlSlice bytes;       /* what cannot be read again: a pipe's; else empty */
} PlInput;

typedef PL_VEC(PlInput) PlInputs;

typedef struct PlRawReport {
    PlSlice bytes; /* the report as it came, not yet checked for UTF-8 */
    PlMetadata metadata;
    const PlGivenTokens *given; /* its words, when `bytes` are CoNLL-U; NULL = `bytes` are text */
    PlSlice bad_date;           /* what the report gives as its date, when that is none; not used */
} PlRawReport;

/* Called for each input that has to be left out while listing (a missing file, a broken line). */
typedef void (*PlInputNotice)(void *context, ParleyNoticeKind kind, const char *line);

/* Lists the reports of `paths`, in that order; a file that cannot be read is found out by loading.
 * In JSON Lines, each line is a report and a broken line is a notice. In CoNLL-U, "# newdoc" begins
 * a report; a broken line is a notice, and the report is read without it. The manifest's rows are
 * matched by path as given, else by file name. Must run inside pl_arena_run.
 * errors   the manifest's: NOT_FOUND, UNREADABLE, BAD_INPUT (a wrong column); BAD_ARGUMENT (a date
 *          that is none, one id for several reports). Paths are notices. */
ParleyStatus pl_inputs_list(PlArena *arena, const char *const *paths, size_t n_paths,
                            const ParleyReadOptions *options, PlInputs *inputs,
                            uint32_t *n_left_out, ParleyError *error);

/* Reads the bytes of one input. Must run inside pl_arena_run. errors: NOT_FOUND, UNREADABLE (no
 * permission, a folder), BAD_INPUT (empty, binary, JSON without text), TOO_BIG. The message is the
 * whole line for the user. */
ParleyStatus pl_input_load(PlArena *arena, const PlInput *input, PlRawReport *report,
                           ParleyError *error);

/* "reports/a.txt" or "reports/all.jsonl, line 17", for messages. */
PlSlice pl_input_name(PlArena *arena, const PlInput *input);

#endif
