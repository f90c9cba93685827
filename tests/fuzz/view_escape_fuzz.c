/* Whatever bytes come in, no line for a terminal holds a control character, and no HTML a '<'. */
#include <stdlib.h>

#include "view/escape.h"
#include "view/layout.h"

typedef struct Input {
    PlArena arena;
    PlSlice bytes;
} Input;

static void check_line(PlSlice line)
{
    for (size_t i = 0; i < line.len; i++) {
        unsigned char c = (unsigned char)line.ptr[i];
        bool is_c1 = c == 0xc2 && i + 1 < line.len && (unsigned char)line.ptr[i + 1] < 0xa0;
        if (c < ' ' || c == 0x7f || is_c1) abort();
    }
}

static void escape(void *context)
{
    Input *input = context;
    PlRich rich = {0};
    PlLines lines = {0};
    check_line(pl_escape_line(&input->arena, input->bytes));
    pl_rich_add_part(&input->arena, &rich, PL_STYLE_PLAIN, input->bytes);
    pl_rich_wrap(&input->arena, &rich, 20, 12, &lines);
    for (uint32_t i = 0; i < lines.n; i++)
        if (lines.items[i].width > 20) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Input input = {.bytes = {(const char *)data, size}};
    PlBuffer out;
    pl_arena_init(&input.arena, 0);
    pl_arena_run(&input.arena, escape, &input);
    pl_arena_clear(&input.arena);
    pl_buffer_init(&out);
    pl_escape_html(&out, input.bytes);
    for (size_t i = 0; i < out.len; i++)
        if (out.bytes[i] == '<' || out.bytes[i] == '>') abort();
    pl_escape_csv(&out, input.bytes);
    pl_buffer_clear(&out);
    return 0;
}
