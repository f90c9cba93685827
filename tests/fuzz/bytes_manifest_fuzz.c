/* Any bytes as a manifest: rows or an error of one line, and every row is found again. */
#include <stdlib.h>
#include <string.h>

#include "bytes/manifest.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct Parse {
    PlArena arena;
    PlSlice text;
    uint32_t n_notices;
} Parse;

static void check(bool holds)
{
    if (!holds) abort();
}

static void count_notice(void *context, ParleyNoticeKind kind, const char *line)
{
    (void)kind;
    check(strchr(line, '\n') == NULL);
    ((Parse *)context)->n_notices++;
}

static void parse(void *context)
{
    Parse *p = context;
    PlManifest manifest;
    ParleyError error = {0};
    if (pl_manifest_parse(&p->arena, "m.tsv", p->text, count_notice, p, &manifest, &error)) {
        check(error.status == PARLEY_BAD_INPUT && error.message[0] && !strchr(error.message, '\n'));
        return;
    }
    for (uint32_t row = 0; row < manifest.rows.n; row++) {
        PlSlice path = pl_symbols_name(&manifest.paths, (int32_t)row);
        if (memchr(path.ptr, 0, path.len)) continue; /* no path that anybody could give */
        check(pl_manifest_find(&manifest, path.ptr) == &manifest.rows.items[row]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Parse p = {.text = {(const char *)data, size}};
    pl_arena_init(&p.arena, (size_t)64 << 20);
    pl_arena_run(&p.arena, parse, &p);
    pl_arena_clear(&p.arena);
    return 0;
}
