#include "unit/cmocka_all.h"

#include <string.h>

#include "bytes/plain_text.h"

static void test_text_is_text(void **state)
{
    (void)state;
    static const PlSlice texts[] = {
        PL_LIT("The ministers met on Monday.\n"),
        PL_LIT("Caf\xe9 owners struck a deal.\n"), /* Latin-1 */
        PL_LIT("one NUL \0 in the middle of a sentence\n"),
        PL_LIT("a\0b\0c"), /* few control bytes in all */
        PL_LIT("\x1b[1mbold\x1b[0m\f\v\t\r\n"),
        PL_LIT("PKK fighters met the envoy.\n"), /* begins like "PK", is none */
        PL_LIT("%PDF is a format, wrote the clerk.\n"),
        PL_LIT(""),
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (pl_plain_text_problem(texts[i])) fail_msg("refused: text %zu", i);
}

static void test_known_formats_are_named(void **state)
{
    (void)state;
    static const struct {
        PlSlice bytes;
        const char *word;
    } cases[] = {
        {PL_LIT("%PDF-1.7\n%\xe2\xe3"), "PDF"},
        {PL_LIT("PK\x03\x04\x14\0"), "ZIP"},
        {PL_LIT("{\\rtf1\\ansi Hello}"), "RTF"},
        {PL_LIT("\x1f\x8b\x08\0\0"), "gzip"},
        {PL_LIT("\x89PNG\r\n\x1a\n"), "picture"},
        {PL_LIT("\xff\xfeH\0i\0"), "UTF-16"},
        {PL_LIT("\x7f"
                "ELF\2\1\1"),
         "program"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *what = pl_plain_text_problem(cases[i].bytes);
        assert_non_null(what);
        assert_non_null(strstr(what, cases[i].word));
    }
}

static void test_noise_is_binary(void **state)
{
    (void)state;
    unsigned char noise[4096];
    uint32_t seed = 7;
    for (size_t i = 0; i < sizeof noise; i++) {
        seed = seed * 1664525u + 1013904223u;
        noise[i] = (unsigned char)(seed >> 24);
    }
    noise[0] = 'x'; /* no known magic by accident */
    assert_non_null(pl_plain_text_problem((PlSlice){(char *)noise, sizeof noise}));
    static const char wide[] = "T\0h\0e\0 \0t\0a\0l\0k\0s\0"; /* UTF-16 without its mark */
    assert_non_null(pl_plain_text_problem((PlSlice){wide, sizeof wide - 1}));
}

static void test_blank(void **state)
{
    (void)state;
    assert_true(pl_plain_text_is_blank(PL_SLICE("")));
    assert_true(pl_plain_text_is_blank(PL_SLICE(" \n\t\r\n")));
    assert_true(pl_plain_text_is_blank(PL_SLICE("\xef\xbb\xbf\n")));
    assert_false(pl_plain_text_is_blank(PL_SLICE("\n.\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_is_text),
        cmocka_unit_test(test_known_formats_are_named),
        cmocka_unit_test(test_noise_is_binary),
        cmocka_unit_test(test_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
