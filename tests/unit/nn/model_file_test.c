#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "nn/model_file.h"

enum { N_BYTES = 256 };

/* A file of two sections, "one" of 10 bytes and "two" of none. */
static char *file_new(void)
{
    char *bytes = aligned_alloc(PL_MODEL_ALIGN, N_BYTES);
    memset(bytes, 0, N_BYTES);
    PlModelHeader header = {.version = PL_MODEL_VERSION, .n_sections = 2, .n_bytes = N_BYTES};
    memcpy(header.magic, pl_model_magic, sizeof header.magic);
    PlModelSection sections[2] = {{"one", 128, 10}, {"two", 192, 0}};
    memcpy(bytes + sizeof header, sections, sizeof sections);
    memcpy(bytes + 128, "0123456789", 10);
    header.checksum = pl_model_checksum((PlSlice){bytes + sizeof header, N_BYTES - sizeof header});
    memcpy(bytes, &header, sizeof header);
    return bytes;
}

static ParleyStatus read(const char *bytes, size_t len, PlModelFile *file, ParleyError *error)
{
    return pl_model_file_read((PlSlice){bytes, len}, "x.model", false, file, error);
}

static void sections_are_found(void **state)
{
    (void)state;
    char *bytes = file_new();
    PlModelFile file;
    assert_int_equal(read(bytes, N_BYTES, &file, NULL), PARLEY_OK);
    assert_true(pl_slice_is(pl_model_file_section(&file, "one"), "0123456789"));
    assert_non_null(pl_model_file_section(&file, "two").ptr);
    assert_null(pl_model_file_section(&file, "three").ptr);
    free(bytes);
}

static void every_flipped_bit_is_noticed(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_BYTES; i++) {
        char *bytes = file_new();
        PlModelFile file;
        ParleyError error = {0};
        bytes[i] = (char)(bytes[i] ^ (1 << i % 8));
        assert_int_equal(read(bytes, N_BYTES, &file, &error), PARLEY_BAD_MODEL);
        assert_non_null(strstr(error.message, "x.model"));
        assert_null(strchr(error.message, '\n'));
        free(bytes);
    }
}

static void cut_files_are_refused(void **state)
{
    (void)state;
    for (size_t len = 0; len < N_BYTES; len += 7) {
        char *bytes = file_new();
        PlModelFile file;
        ParleyError error;
        assert_int_equal(read(bytes, len, &file, &error), PARLEY_BAD_MODEL);
        free(bytes);
    }
}

static void another_version_is_named(void **state)
{
    (void)state;
    char *bytes = file_new();
    PlModelFile file;
    ParleyError error;
    bytes[8] = 99;
    assert_int_equal(read(bytes, N_BYTES, &file, &error), PARLEY_BAD_MODEL);
    assert_non_null(strstr(error.message, "version 99"));
    free(bytes);
}

/* A file whose checksum is right and whose contents are not: bounds hold all the same. */
static void sections_beyond_the_end_are_refused(void **state)
{
    (void)state;
    static const PlModelSection bad[] = {{"one", 128, 129},
                                         {"one", 320, 0},
                                         {"one", 64, UINT64_MAX},
                                         {"one", 130, 4},
                                         {"sixteen letters!", 128, 1}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char *bytes = file_new();
        PlModelHeader header;
        PlModelFile file;
        memcpy(&header, bytes, sizeof header);
        memcpy(bytes + sizeof header, &bad[i], sizeof bad[i]);
        header.checksum =
            pl_model_checksum((PlSlice){bytes + sizeof header, N_BYTES - sizeof header});
        memcpy(bytes, &header, sizeof header);
        assert_int_equal(read(bytes, N_BYTES, &file, NULL), PARLEY_BAD_MODEL);
        free(bytes);
    }
}

static void a_missing_file_is_not_found(void **state)
{
    (void)state;
    PlSlice bytes;
    ParleyError error;
    assert_int_equal(pl_model_map("no/such.model", &bytes, &error), PARLEY_NOT_FOUND);
    assert_int_equal(pl_model_map("/", &bytes, &error), PARLEY_UNREADABLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_are_found),
        cmocka_unit_test(every_flipped_bit_is_noticed),
        cmocka_unit_test(cut_files_are_refused),
        cmocka_unit_test(another_version_is_named),
        cmocka_unit_test(sections_beyond_the_end_are_refused),
        cmocka_unit_test(a_missing_file_is_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
