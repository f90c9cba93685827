/* The built-in model read as if it came from a stranger, and damaged copies of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "nn/model_file.h"
#include "syntax/builtin_model.h"
#include "syntax/model.h"

static PlArena arena;

static int set_up(void **state)
{
    (void)state;
    pl_arena_init(&arena, 0);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    return 0;
}

static char *copy_of_model(size_t *len)
{
    PlSlice model = pl_builtin_model();
    *len = model.len;
    char *copy = aligned_alloc(PL_MODEL_ALIGN,
                               (model.len + PL_MODEL_ALIGN - 1) / PL_MODEL_ALIGN * PL_MODEL_ALIGN);
    memcpy(copy, model.ptr, model.len);
    return copy;
}

static void sign(char *bytes, size_t len)
{
    PlModelHeader header;
    memcpy(&header, bytes, sizeof header);
    header.checksum = pl_model_checksum((PlSlice){bytes + sizeof header, len - sizeof header});
    memcpy(bytes, &header, sizeof header);
}

static ParleyStatus read_model(const char *bytes, size_t len, ParleyError *error)
{
    const PlSyntaxModel *model = NULL;
    return pl_syntax_model_read(&arena, (PlSlice){bytes, len}, "copy", &model, error);
}

static void the_model_of_the_program_stands_every_check(void **state)
{
    (void)state;
    size_t len;
    char *bytes = copy_of_model(&len);
    ParleyError error = {0};
    assert_int_equal(read_model(bytes, len, &error), PARLEY_OK);
    assert_true(len < 24u << 20);
    free(bytes);
}

static void a_damaged_copy_is_refused_in_one_line(void **state)
{
    (void)state;
    size_t len;
    char *bytes = copy_of_model(&len);
    for (size_t at = 0; at < len; at += len / 40) {
        ParleyError error = {0};
        bytes[at] = (char)(bytes[at] ^ 4);
        assert_int_equal(read_model(bytes, len, &error), PARLEY_BAD_MODEL);
        assert_non_null(strstr(error.message, "copy"));
        bytes[at] = (char)(bytes[at] ^ 4);
    }
    assert_int_equal(read_model(bytes, len / 2, NULL), PARLEY_BAD_MODEL);
    free(bytes);
}

/* Wrong contents under a right checksum: what would lead outside is found all the same. */
static void a_forged_section_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *section;
        size_t offset;
        unsigned char byte;
    } forgeries[] = {
        {"shape", 0, 0xFF},      /* another width */
        {"shape", 8, 200},       /* two hundred layers */
        {"conv0", 8, 0xFF},      /* a shift beyond an int */
        {"conv1", 66, 1},        /* a scale beyond 16 bits, whose sums leave an int32 */
        {"bytes0", 1, 0x80},     /* a factor below zero */
        {"slot.none", 1, 0x7F},  /* a term whose sums leave an int16 */
        {"lemma.edits", 1, 255}, /* an edit that adds more than it holds */
    };
    for (size_t i = 0; i < sizeof forgeries / sizeof *forgeries; i++) {
        size_t len;
        char *bytes = copy_of_model(&len);
        PlModelFile file;
        assert_int_equal(pl_model_file_read((PlSlice){bytes, len}, "copy", true, &file, NULL),
                         PARLEY_OK);
        PlSlice section = pl_model_file_section(&file, forgeries[i].section);
        bytes[section.ptr - bytes + (ptrdiff_t)forgeries[i].offset] = (char)forgeries[i].byte;
        sign(bytes, len);
        assert_int_equal(read_model(bytes, len, NULL), PARLEY_BAD_MODEL);
        free(bytes);
    }
}

static void a_value_table_keeps_within_its_bounds(void **state)
{
    (void)state;
    PlValueSlot slots[4] = {{7, 2}, {0, 0}, {9, 0}, {0, 0}};
    PlSlice section = {(const char *)slots, sizeof slots};
    PlValueTable table;
    assert_true(pl_value_table_read(section, 3, false, &table));
    assert_false(pl_value_table_read(section, 2, false, &table));
    section.len -= 8;
    assert_false(pl_value_table_read(section, 3, false, &table));
    slots[1] = slots[3] = slots[0];
    section.len = sizeof slots;
    assert_false(pl_value_table_read(section, 3, false, &table));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_model_of_the_program_stands_every_check, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_damaged_copy_is_refused_in_one_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_forged_section_is_refused, set_up, tear_down),
        cmocka_unit_test(a_value_table_keeps_within_its_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
