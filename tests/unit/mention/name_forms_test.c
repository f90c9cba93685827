#include "unit/cmocka_all.h"

#include "mention/name_agreement.h"

static PlArena arena;

static bool agree(const char *a, const char *b)
{
    PlNameForm x = pl_name_form_make(&arena, pl_slice(a));
    PlNameForm y = pl_name_form_make(&arena, pl_slice(b));
    bool there = pl_name_forms_agree(&x, &y);
    assert_int_equal(there, pl_name_forms_agree(&y, &x));
    return there;
}

static void transliterations_agree(void **state)
{
    (void)state;
    assert_true(agree("Oleksiy Hrytsenkyy", "Oleksii Hrytsenky"));
    assert_true(agree("Mikhail Sokolov", "Mihail Sokolov"));
    assert_true(agree("Tevfik Erdoğmuş", "Tevfik Erdogmus"));
    assert_true(agree("Sergei Filatov", "Sergey Philatov"));
    assert_true(agree("Karim al-Masri", "Karim Masri"));
    assert_true(agree("Hans Mueller", "Hans Mueler"));
}

static void middle_names_and_initials_agree(void **state)
{
    (void)state;
    assert_true(agree("John A. Fairchild", "John Fairchild"));
    assert_true(agree("J. Fairchild", "John Fairchild"));
    assert_true(agree("Maria Elena Duarte", "Elena Duarte"));
    assert_true(agree("Alex Fairchild", "Alexander Fairchild"));
}

static void nicknames_and_joined_names_agree(void **state)
{
    (void)state;
    assert_true(agree("Bob Fairchild", "Robert L. Fairchild"));
    assert_true(agree("Chuck Holt", "Charles Holt"));
    assert_true(agree("Min Seo-yun", "Min Seo Yun"));
    assert_true(agree("Jean-Luc Duarte", "Jean Luc Duarte"));
    assert_false(agree("Bob Fairchild", "Richard Fairchild"));
    assert_false(agree("Min Seo-yun", "Min Seo Ra"));
}

static void namesakes_do_not(void **state)
{
    (void)state;
    assert_false(agree("Simon Holt Jr.", "Simon Holt"));
    assert_false(agree("Simon W. Holt", "Simon Albert Walter Holt"));
    assert_false(agree("Boris Holt", "Simon B. Holt"));
    assert_false(agree("Karin Holt", "Simon Holt"));
    assert_false(agree("John A. Fairchild", "John B. Fairchild"));
    assert_false(agree("Anna Holt", "Anna Hult"));
    assert_false(agree("Mario Rossi", "Maria Rossi"));
    assert_false(agree("Fairchild", "John Fairchild"));
}

static void one_letter_apart(void **state)
{
    (void)state;
    assert_true(pl_name_words_near(PL_SLICE("abc"), PL_SLICE("abc")));
    assert_true(pl_name_words_near(PL_SLICE("abc"), PL_SLICE("abxc")));
    assert_true(pl_name_words_near(PL_SLICE("abc"), PL_SLICE("ab")));
    assert_true(pl_name_words_near(PL_SLICE(""), PL_SLICE("a")));
    assert_false(pl_name_words_near(PL_SLICE("abc"), PL_SLICE("acb")));
    assert_false(pl_name_words_near(PL_SLICE("abc"), PL_SLICE("a")));
}

static void odd_names_are_no_trouble(void **state)
{
    (void)state;
    PlNameForm form = pl_name_form_make(&arena, PL_SLICE(""));
    assert_int_equal(form.n_words, 0);
    form = pl_name_form_make(&arena, PL_SLICE("a b c d e f g h i j"));
    assert_int_equal(form.n_words, PL_MAX_NAME_WORDS);
    form = pl_name_form_make(&arena, PL_SLICE("- . ' al-"));
    PlNameForm other = pl_name_form_make(&arena, PL_SLICE("Jane Doe"));
    assert_false(pl_name_forms_agree(&form, &other));
}

/* The surname alone is the last word of the whole form, whichever way it is read. */
static void surnames_are_last_words(void **state)
{
    (void)state;
    static const char *const names[] = {"Jane Doe",
                                        "Jean-Pierre Roe",
                                        "Bashar al-Assad",
                                        "Martin Luther King Jr.",
                                        "Kim Jong Un",
                                        "LULA",
                                        "Étienne Bérubé",
                                        "John \"The Hat\" Doe",
                                        "Mary O'Neill",
                                        "Charles III",
                                        "Abd el-Fattah el-Sisi",
                                        "a b c d e f Seventh",
                                        "Ursula von der Leyen",
                                        "Yoweri Museveni",
                                        "",
                                        "-",
                                        "Jr."};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char surname[PL_MAX_NAME_WORD_BYTES];
        PlNameForm form = pl_name_form_make(&arena, pl_slice(names[i]));
        PlSlice last = form.n_words ? form.words[form.n_words - 1] : (PlSlice){0};
        size_t len = pl_name_surname(&arena, pl_slice(names[i]), surname);
        if (!pl_slice_equal(last, (PlSlice){surname, len}))
            fail_msg("%s: %.*s, not %.*s", names[i], (int)len, surname, PL_PRI(last));
    }
    PlNameForm form = pl_name_form_make(&arena, PL_SLICE("John \"The Hat\" Doe"));
    assert_int_equal(form.n_words, 2);
}

static int open_arena(void **state)
{
    (void)state;
    pl_arena_init(&arena, 0);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    pl_arena_clear(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(transliterations_agree),
        cmocka_unit_test(middle_names_and_initials_agree),
        cmocka_unit_test(nicknames_and_joined_names_agree),
        cmocka_unit_test(namesakes_do_not),
        cmocka_unit_test(one_letter_apart),
        cmocka_unit_test(odd_names_are_no_trouble),
        cmocka_unit_test(surnames_are_last_words),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
