#include "unit/cmocka_all.h"

#include "text/language.h"

static void assert_language(const char *text, const char *expected)
{
    PlSlice language = pl_language_of(pl_slice(text));
    if (!pl_slice_is(language, expected)) fail_msg("'%.*s' for '%s'", PL_PRI(language), text);
}

static void test_languages(void **state)
{
    (void)state;
    assert_language("The growers said that they would not go back to the fields.", "en");
    assert_language("Die Pflanzer sagten, dass sie nicht auf die Felder gehen werden.", "de");
    assert_language("Les planteurs ont dit que la reprise ne se ferait pas dans les champs.", "fr");
    assert_language("Los cultivadores dijeron que no van a volver a los campos con esta oferta.",
                    "es");
    assert_language("Yetiştiriciler bu teklif ile tarlalara dönmeyecek ve bir daha da ne olursa "
                    "olsun imzalamayacak gibi",
                    "tr");
}

static void test_short_texts_are_english(void **state)
{
    (void)state;
    assert_language("Ferry Crews Suspend Strike", "en");
    assert_language("Ferry Crews of Łódź Suspend Strike, says “Łowca”", "en");
    assert_language("I would do it if I were to go to town.", "en");
    assert_language("", "und");
    assert_language("12 34 56", "und");
}

static void test_scripts_tell_where_words_do_not(void **state)
{
    (void)state;
    assert_language("Паром стоит у причала", "und-Cyrl");
    assert_language("السفينة لا تبحر اليوم", "und-Arab");
    assert_language("渡轮今天停航", "und-Hani");
    assert_language("フェリーは今日は欠航です", "ja");
    assert_language("Το πλοίο δεν φεύγει σήμερα", "el");
    assert_language("페리는 오늘 운항하지 않습니다", "ko");
}

static void test_what_is_read(void **state)
{
    (void)state;
    assert_true(pl_language_is_read(pl_slice("en")));
    assert_true(pl_language_is_read(pl_slice("und")));
    assert_false(pl_language_is_read(pl_slice("und-Arab")));
    assert_false(pl_language_is_read(pl_slice("fr")));
}

static void test_long_lists_are_undetermined(void **state)
{
    (void)state;
    assert_language("zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug "
                    "zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug "
                    "zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug zug",
                    "und");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_short_texts_are_english),
        cmocka_unit_test(test_scripts_tell_where_words_do_not),
        cmocka_unit_test(test_what_is_read),
        cmocka_unit_test(test_long_lists_are_undetermined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
