/* JSON report: one report out of one line of JSON Lines.
 *
 *   {"text": "...", "id": "a17", "title": ..., "source": ..., "url": ..., "published":
 * "2025-05-16"}
 *
 * `text` must be a string. The others may be absent or null; an id may be a number. Keys that
 * Parley does not know are left alone.
 *
 * source   RFC 8259; jansson bounds the depth of nesting
 * threads  any number
 */
#ifndef PL_BYTES_JSON_REPORT_H
#define PL_BYTES_JSON_REPORT_H

#include "bytes/input.h"

enum { PL_JSON_PROBLEM_BYTES = 256 };

/* `room[line.len]` takes the strings, which `report` borrows; nothing is allocated that outlives
 * the call. The metadata is as the line has it, not cleaned (bytes/metadata.h). On failure
 * `problem` says what is wrong with the line, for a message: "\"text\" is not a string".
 * errors   BAD_INPUT, NO_MEMORY */
ParleyStatus pl_json_report_parse(char *room, PlSlice line, PlRawReport *report,
                                  char problem[PL_JSON_PROBLEM_BYTES]);

#endif
