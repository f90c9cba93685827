/* Any bytes as a line of JSON Lines: a report that fits the room given, or a problem with words. */
#include <stdlib.h>
#include <string.h>

#include "bytes/json_report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds) abort();
}

static void check_in(PlSlice part, const char *room, size_t size)
{
    if (part.len == 0) return;
    check(part.ptr >= room && part.ptr + part.len <= room + size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *room = malloc(size + 1);
    check(room != NULL);
    char problem[PL_JSON_PROBLEM_BYTES] = "";
    PlRawReport report;
    ParleyStatus status =
        pl_json_report_parse(room, (PlSlice){(const char *)data, size}, &report, problem);
    if (status) {
        check(problem[0] && strlen(problem) < sizeof problem);
    } else {
        check_in(report.bytes, room, size);
        check_in(report.metadata.id, room, size);
        check_in(report.metadata.source, room, size);
        check_in(report.metadata.url, room, size);
        check_in(report.metadata.title, room, size);
        check_in(report.metadata.published, room, size);
    }
    free(room);
    return 0;
}
