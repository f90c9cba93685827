/* Any bytes as a model: refused, or good enough to analyse a sentence with. Half of the inputs are
 * edits of the built-in model, signed anew: plain bytes rarely get past the checksum. */
#include <stdlib.h>
#include <string.h>

#include "nn/model_file.h"
#include "syntax/builtin_model.h"
#include "syntax/syntax.h"
#include "token/columns.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input as edits: three bytes of place, one of value. */
static void edit(char *bytes, size_t len, const uint8_t *data, size_t size)
{
    PlModelHeader header;
    for (; size >= 4; data += 4, size -= 4) {
        size_t at = (size_t)data[0] << 16 | (size_t)data[1] << 8 | data[2];
        bytes[at % len] = (char)data[3];
    }
    memcpy(&header, bytes, sizeof header);
    header.checksum = pl_model_checksum((PlSlice){bytes + sizeof header, len - sizeof header});
    memcpy(bytes, &header, sizeof header);
}

static void analyse(PlArena *arena, const PlSyntaxModel *model)
{
    static const char text[] = "Talks begin today .";
    PlTokenColumns columns;
    PlSyntax syntax;
    pl_token_columns_init(&columns, arena, (PlSlice){text, sizeof text - 1});
    pl_token_columns_add(&columns, 0, 5);
    pl_token_columns_add(&columns, 6, 11);
    pl_token_columns_add(&columns, 12, 17);
    pl_token_columns_add(&columns, 18, 19);
    pl_token_columns_add_sent(&columns, 0, 4, 0);
    pl_syntax_analyse(arena, model, &columns.tokens, &syntax);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    bool edits = data[0] & 1;
    PlSlice builtin = pl_builtin_model();
    size_t len = edits ? builtin.len : size - 1;
    size_t room = (len + PL_MODEL_ALIGN) / PL_MODEL_ALIGN * PL_MODEL_ALIGN;
    char *bytes = aligned_alloc(PL_MODEL_ALIGN, room);
    if (!bytes) return 0;
    if (edits) {
        memcpy(bytes, builtin.ptr, len);
        edit(bytes, len, data + 1, size - 1);
    } else {
        memcpy(bytes, data + 1, len);
    }
    PlArena arena;
    const PlSyntaxModel *model = NULL;
    pl_arena_init(&arena, 0);
    if (pl_syntax_model_read(&arena, (PlSlice){bytes, len}, "fuzz", &model, NULL) == PARLEY_OK)
        analyse(&arena, model);
    pl_arena_clear(&arena);
    free(bytes);
    return 0;
}
