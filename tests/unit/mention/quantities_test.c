#include "reading_desk.h"

#include <math.h>

/* All quantities of `text` as "words value low high unit what; ..."; NaN is "-". */
static void assert_quantities(const char *text, const char *expected)
{
    char got[1024] = "";
    size_t n = 0;
    desk_read(text, "2029-03-14");
    for (uint32_t i = 0; i < desk.mentions.quantities.n; i++) {
        const PlQuantity *row = &desk.mentions.quantities.items[i];
        double numbers[] = {row->value, row->low, row->high};
        PlSlice words = pl_slice_of(desk.article.text, row->span);
        n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s:", i ? "; " : "", PL_PRI(words));
        for (size_t k = 0; k < 3; k++)
            if (isnan(numbers[k]))
                n += (size_t)snprintf(got + n, sizeof got - n, " -");
            else
                n += (size_t)snprintf(got + n, sizeof got - n, " %.10g", numbers[k]);
        n += (size_t)snprintf(got + n, sizeof got - n, " [%.*s] %.*s", PL_PRI(row->unit),
                              PL_PRI(row->what));
    }
    assert_string_equal(got, expected);
}

static void counts_in_digits_and_words(void **state)
{
    (void)state;
    assert_quantities("They freed 12 prisoners.", "12: 12 12 12 [] prisoner");
    assert_quantities("They freed twenty-five prisoners.", "twenty-five: 25 25 25 [] prisoner");
    assert_quantities("They freed two hundred and five prisoners.",
                      "two hundred and five: 205 205 205 [] prisoner");
    assert_quantities("They moved 19,000 refugees.", "19,000: 19000 19000 19000 [] refugee");
    assert_quantities("They moved 2.5 million refugees.",
                      "2.5 million: 2500000 2500000 2500000 [] refugee");
    assert_quantities("They moved half a million refugees.",
                      "half a million: 500000 500000 500000 [] refugee");
}

static void ranges(void **state)
{
    (void)state;
    assert_quantities("They lost 20 to 30 trucks.", "20 to 30: - 20 30 [] truck");
    assert_quantities("They lost between five and seven trucks.",
                      "between five and seven: - 5 7 [] truck");
    assert_quantities("They lost 2-3 trucks.", "2-3: - 2 3 [] truck");
    assert_quantities("They need 2 to 3 million litres.",
                      "2 to 3 million litres: - 2000000 3000000 [litre] ");
    assert_quantities("They need $20 million to $30 million.",
                      "$20 million to $30 million: - 20000000 30000000 [USD] ");
}

static void hedges_open_an_end(void **state)
{
    (void)state;
    assert_quantities("They freed more than 300 prisoners.", "more than 300: - 300 - [] prisoner");
    assert_quantities("They freed up to 300 prisoners.", "up to 300: - - 300 [] prisoner");
    assert_quantities("They freed about 300 prisoners.", "about 300: 300 - - [] prisoner");
    assert_quantities("They freed 300 or more prisoners.", "300 or more: - 300 - [] prisoner");
}

static void loose_magnitudes(void **state)
{
    (void)state;
    assert_quantities("It killed tens of thousands of civilians.",
                      "tens of thousands: - 10000 99999 [] civilian");
    assert_quantities("It killed dozens of civilians.", "dozens: - 24 99 [] civilian");
    assert_quantities("It killed several hundred civilians.",
                      "several hundred: - 200 999 [] civilian");
}

static void money_and_units(void **state)
{
    (void)state;
    assert_quantities("They want $2.5bn in loans.",
                      "$2.5bn: 2500000000 2500000000 2500000000 [USD] loan");
    assert_quantities("They want 30 million euros.",
                      "30 million euros: 30000000 30000000 30000000 [EUR] ");
    assert_quantities("They lost 20% of the fleet.", "20%: 20 20 20 [percent] fleet");
    assert_quantities("They moved back 15 km.", "15 km: 15 15 15 [km] ");
    assert_quantities("They pump 90,000 barrels per day.",
                      "90,000 barrels: 90000 90000 90000 [barrel/day] ");
}

static void what_is_no_quantity(void **state)
{
    (void)state;
    assert_quantities("One of them left.", "");
    assert_quantities("No one left.", "");
    assert_quantities("The third round ended.", "");
    assert_quantities("They cite article 5 of it.", "");
    assert_quantities("It happened on May 3, 2019.", "");
    assert_quantities("The F-16 landed.", "");
    assert_quantities("They waited three years.", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_in_digits_and_words),
        cmocka_unit_test(ranges),
        cmocka_unit_test(hedges_open_an_end),
        cmocka_unit_test(loose_magnitudes),
        cmocka_unit_test(money_and_units),
        cmocka_unit_test(what_is_no_quantity),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
