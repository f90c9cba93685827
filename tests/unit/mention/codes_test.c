/* CAMEO actor codes of names and descriptions. */
#include "mention_asserts.h"

/* An actor's words as the subject of a sentence, and the code that they should get. */
typedef struct Coded {
    const char *words;
    const char *code;
} Coded;

/* The longest mention that begins with the sentence, or behind its "The" or "A". */
static PlSlice code_of_subject(const char *words)
{
    char text[256];
    snprintf(text, sizeof text, "%s rejected the proposal on Monday.", words);
    desk_read(text, "2024-05-01");
    const PlMention *best = NULL;
    for (uint32_t i = 0; i < desk.mentions.mentions.n; i++) {
        const PlMention *mention = &desk.mentions.mentions.items[i];
        if (mention->first_tok > 1 || mention->entity < 0) continue;
        if (!best || mention->end_tok > best->end_tok) best = mention;
    }
    return best ? entity_at(best->entity)->code : PL_SLICE("");
}

static void assert_coded(const Coded *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        PlSlice code = code_of_subject(cases[i].words);
        if (!pl_slice_is(code, cases[i].code))
            fail_msg("'%s' is '%.*s', not '%s'", cases[i].words, PL_PRI(code), cases[i].code);
    }
}

#define N(cases) (sizeof(cases) / sizeof *(cases))

static void sectors_of_described_people(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"The Thai prime minister", "THAGOV"},
        {"The Mongolian President", "MNGGOV"},
        {"The Greek opposition leader", "GRCOPP"},
        {"Zambian miners", "ZMBLAB"},
        {"Sri Lankan fishermen", "LKAAGR"},
        {"Burmese monks", "MMRREL"},
        {"Somali pirates", "SOMCRM"},
        {"Sudanese refugees", "SDNREF"},
        {"Ukrainian prosecutors", "UKRJUD"},
        {"African leaders", "AFRGOV"},
        {"Colombian guerrillas", "COLREB"},
        {"A Ukrainian journalist", "UKRMED"},
    };
    assert_coded(cases, N(cases));
    /* Of a region, and no government. */
    assert_slice(code_of_subject("African allies"), "AFR");
}

static void what_is_over_is_elite(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"The former Latvian president", "LVAELI"},
        {"A retired Turkish general", "TURELI"},
        {"A Turkish general", "TURMIL"},
    };
    assert_coded(cases, N(cases));
}

static void bodies(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"The Bolivian opposition", "BOLOPP"},
        {"A Colombian rebel group", "COLREB"},
        {"A Danish charity", "DNKNGO"},
        {"The Nairobi police", "KENCOP"},
        {"Uruguay's central bank", "URYGOV"},
        {"Thailand's ruling party", "THAPTY"},
        {"The Constitutional Court of Moldova", "MDAJUD"},
        {"The ruling junta of Mali", "MLIGOV"},
        {"Egypt's state television", "EGYMED"},
        {"The Catholic Church", "CHRCTH"},
        {"The Reformed Church", "REL"},
        {"The Chadian League for Human Rights", "TCDHRI"},
    };
    assert_coded(cases, N(cases));
}

/* A country's comes before a region's. */
static void bodies_named_for_regions(void **state)
{
    (void)state;
    desk_read("Norway's Arctic Brigade crossed the river.", "");
    assert_code("Arctic Brigade", "NORMIL");
    desk_read("The Balkan Brigade marched.", "");
    assert_code("Balkan Brigade", "BLKMIL");
}

/* Who is said to be in a country is mostly of it; soldiers and diplomats are not. */
static void country_behind(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"Police in Nairobi", "KENCOP"},          {"Students in Santiago", "CHLEDU"},
        {"Villagers in northern Mali", "MLICVL"}, {"Troops in Mali", "MIL"},
        {"Villagers in the north", "CVL"},
    };
    assert_coded(cases, N(cases));
}

static void peoples_of_a_country(void **state)
{
    (void)state;
    desk_read("Iraqi Kurds voted. The Kurds were jubilant.", "");
    assert_code("Kurds", "IRQKUR");
    desk_read("Iraqi Kurds voted. Syrian Kurds did not.", "");
    assert_code("Kurds", "KUR");
}

static void bodies_in_headlines(void **state)
{
    (void)state;
    desk_read("Norwegian Trade Ministry Rejects Deal", "");
    assert_code("Norwegian Trade Ministry", "NORGOV");
    desk_read("Norwegian Ministry Talks Fail To Calm Dockers", "");
    assert_code("Norwegian Ministry", "NORGOV");
    /* A title between them is somebody's, and no part of a body's name. */
    desk_read("Norwegian Minister Joins Party", "");
    assert_null(mention_of("Norwegian Minister Joins Party", 0));
}

/* Headlines leave articles out. */
static void bare_actors_of_headlines(void **state)
{
    (void)state;
    desk_read("Defence minister fired over leak\nDefence Minister Ana Duarte left on Monday.", "");
    assert_same("Defence minister", 0, "Ana Duarte", 0);
    desk_read("Union rejects pay offer", "");
    assert_code("Union", "LAB");
    desk_read("Rebel commander surrenders", "");
    assert_code("Rebel commander", "REB");
    desk_read("Former envoy was freed on bail", "");
    assert_code("Former envoy", "ELI");
    /* What it is of is named, or it is no topic at all. */
    desk_read("Dockers vote on union deal", "");
    assert_null(mention_of("union", 0));
    desk_read("He was made minister in May.", "");
    assert_null(mention_of("minister", 0));
}

/* A commander is the army's; a body that many countries have is that of the one named. */
static void words_before_decide(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"A Colombian rebel commander", "COLREB"},
        {"A Colombian commander", "COLMIL"},
        {"The Saudi-led coalition", "SAUMIL"},
    };
    assert_coded(cases, N(cases));
    desk_read("The Brazilian Supreme Court ruled on Monday.", "");
    assert_code("Brazilian Supreme Court", "BRAJUD");
}

/* Whose people they are decides, unless what they do says more. */
static void members_of_bodies(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"Taliban militants", "AFGREB"},     {"Taliban officials", "AFGGOV"},
        {"Hezbollah fighters", "LBNREBHEZ"}, {"UN peacekeepers", "IGOUNOMIL"},
        {"UN officials", "IGOUNO"},          {"Fidesz lawmakers", "HUNLEG"},
        {"A Labour MP", "GBRLEG"},           {"NATO soldiers", "IGOWSTNATMIL"},
        {"Bundeswehr fighters", "DEUMIL"},   {"Republican senators", "USALEG"},
    };
    assert_coded(cases, N(cases));
}

/* "members", "elders", "staff" leave open what the words before them say. */
static void modifiers_of_open_heads(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"Haitian gang members", "HTICRM"},    {"Italian church members", "ITAREL"},
        {"Greek hospital workers", "GRCHLH"},  {"Indian party workers", "INDPTY"},
        {"Belgian factory workers", "BELLAB"}, {"Danish company staff", "DNKLAB"},
    };
    assert_coded(cases, N(cases));
}

static void human_rights_and_nature(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"A Burmese human rights group", "MMRHRI"},
        {"A human rights group", "NGOHRI"},
        {"Canadian environmentalists", "CANENV"},
        {"A Danish charity", "DNKNGO"},
        {"An Iranian human rights lawyer", "IRNHRI"},
        {"A human rights lawyer", "HRI"},
        {"Feminists", "HRI"},
    };
    assert_coded(cases, N(cases));
}

/* Whose somebody is says what he is, unless his own words say more. */
static void what_others_have(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"Boeing machinists", "USALAB"},     {"Boeing lawyers", "USABUS"},
        {"UN police officers", "IGOUNOCOP"}, {"Norwegian parliament candidates", "NORPTY"},
        {"Somali clan militia", "SOMUAF"},   {"Kurdish villagers in southern Turkey", "TURCVL"},
    };
    assert_coded(cases, N(cases));
    desk_read("Hamas's Jane Doe met Kenya's Richard Roe. Norway's elite Arctic Brigade watched.",
              "2024-05-01");
    assert_code("Jane Doe", "PSEREBHAM");
    assert_code("Richard Roe", "KEN");
    assert_code("Arctic Brigade", "NORMIL");
}

/* "the shipping firm Nordlys": the body that is named behind its description. */
static void named_bodies(void **state)
{
    (void)state;
    desk_read(
        "The Danish shipping firm Nordlys met Kenyan human rights group Haki. Nordlys said it "
        "was late. He told the newspaper Jane Doe had left.",
        "2024-05-01");
    assert_code("Nordlys", "DNKBUS");
    assert_code("Haki", "KENHRI");
    assert_code("Jane Doe", "");
    desk_read("The USS John Doe left. HMS Larch and INS Chakra followed.", "2024-05-01");
    assert_code("USS John Doe", "USAMIL");
    assert_code("HMS Larch", "GBRMIL");
    assert_code("INS Chakra", "INDMIL");
}

/* Of two names before somebody sent, the state sends. */
static void senders_of_envoys(void **state)
{
    (void)state;
    desk_read("Peru's UN ambassador Ana Ruiz left. Chile's WTO envoy stayed.", "");
    assert_code("Ana Ruiz", "PERGOV");
    assert_code("Chile's WTO envoy", "CHLGOV");
    desk_read("The Danish UN envoy stayed.", "");
    assert_code("The Danish UN envoy", "DNKGOV");
    desk_read("UN envoy Ana Ruiz left.", "");
    assert_code("Ana Ruiz", "IGOUNO");
}

/* A rank or a faith is for life; a known office says more. */
static void ranks_yield_to_offices(void **state)
{
    (void)state;
    desk_read("Ayatollah Ali Khamenei spoke.", "2015-05-01");
    assert_code("Ali Khamenei", "IRNGOV");
    desk_read("General Ana Ruiz spoke.", "2015-05-01");
    assert_code("Ana Ruiz", "MIL");
}

static void openly_named_bodies(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"The parliamentary committee", "LEG"},
        {"The Kenyan presidential office", "KENGOV"},
        {"Opposition lawmakers", "LEG"},
        {"A Foreign Ministry spokesperson", "GOV"},
        {"A paramilitary group", "PRM"},
        {"A militia", "UAF"},
        {"Somaliland", "SOMPRE"},
    };
    assert_coded(cases, N(cases));
    desk_read("The committee rejected the proposal.", "");
    assert_null(mention_of("The committee", 0));
}

static void bodies_of_places(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"The Supreme Court of Peru", "PERJUD"},
        {"The University of Osaka", "JPNEDU"},
        {"Karachi Chamber", "PAKBUS"},
        {"The Kyoto Club", ""},            /* a club called after a town is of many countries */
        {"The Valencia Institute", "EDU"}, /* in Spain or in Venezuela */
    };
    assert_coded(cases, N(cases));
}

/* The seat of a government alone is the government; beside the country it is the country. */
static void seats_of_government(void **state)
{
    (void)state;
    desk_read("The Kremlin rejected the proposal.", "");
    assert_code("The Kremlin", "RUSGOV");
    desk_read("Tehran rejected the proposal.", "");
    assert_code("Tehran", "IRNGOV");
    desk_read("The Kremlin rejected the proposal. Russia has its own.", "");
    assert_code("The Kremlin", "RUS");
    desk_read("Singapore rejected the proposal.", "");
    assert_code("Singapore", "SGP");
}

/* A phrase alone, without a verb: no headline, but a name. */
static void labels(void **state)
{
    (void)state;
    desk_read("Supreme National Assembly of Kenya", "");
    assert_code("Supreme National Assembly of Kenya", "KENLEG");
    desk_read("Ministry of Justice", "");
    assert_code("Ministry of Justice", "GOV");
    desk_read("Ministry of Defence", "");
    assert_code("Ministry of Defence", "MIL");
    desk_read("Peruvian Ministry of Women", "");
    assert_code("Peruvian Ministry of Women", "PERGOV");
    desk_read("Danish war correspondent", "");
    assert_code("Danish war correspondent", "DNKMED");
    desk_read("Senator Ana Ruiz", "");
    assert_code("Ana Ruiz", "LEG");
    desk_read("Latest Reports And Updates", "");
    assert_null(mention_of("Latest Reports And Updates", 0));
}

/* "ex-" before the first word of a title of several. */
static void titles_behind_ex(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"Ex-soldiers", "ELI"},
        {"An ex-prime minister of Peru", "PERELI"},
        {"The ex-foreign minister of Peru", "PERELI"},
        {"An ex-deputy prime minister", "ELI"},
        {"An ex-army chief", "ELI"},
    };
    assert_coded(cases, N(cases));
}

/* What stands before an open head, a soldier, a gunman or an official says more than the head. */
static void words_before_people(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"Kenyan military officials", "KENMIL"},
        {"Rebel soldiers", "REB"},
        {"Cartel gunmen", "CRM"},
        {"Kenyan government officials", "KENGOV"},
        {"Kenyan soldiers", "KENMIL"},
        {"Kenyan local officials", "KENGOV"},
    };
    assert_coded(cases, N(cases));
    desk_read("The rebel M23 force rejected the proposal.", "");
    assert_null(mention_of("The rebel", 0));
    assert_code("M23", "CODREB");
}

/* People of no office are mostly of where they are; officials and soldiers are often abroad. */
static void people_where_they_are(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"Farmers in Peru", "PERAGR"},         {"Miners in southern Peru", "PERLAB"},
        {"A company based in Peru", "PERBUS"}, {"Soldiers in Peru", "MIL"},
        {"UN officials in Peru", "IGOUNO"},    {"Norwegian farmers in Peru", "NORAGR"},
    };
    assert_coded(cases, N(cases));
}

/* Of a headline's name no word is left over that a hyphen or a particle joins. */
static void long_names_in_labels(void **state)
{
    (void)state;
    static const char *const names[] = {"Maria Ruiz-Duarte", "Ahmed Hassan al-Masri",
                                        "Maria Teresa Duarte da Silva", "Jean-Paul Duarte-Lopez"};
    for (size_t i = 0; i < N(names); i++) {
        desk_read(names[i], "");
        if (!mention_of(names[i], 0)) fail_msg("'%s' is no name", names[i]);
    }
}

static void presidents_alone(void **state)
{
    (void)state;
    desk_read("President Ana Ruiz left.", "");
    assert_code("Ana Ruiz", "GOV");
    desk_read("Club president Ana Ruiz left.", "");
    assert_code("Ana Ruiz", "");
    desk_read("President Ana Ruiz of Alto Motors left.", "");
    assert_code("Ana Ruiz", "BUS");
    desk_read("President rejects pay offer", "");
    assert_code("President", "GOV");
}

static void state_behind_name(void **state)
{
    (void)state;
    static const Coded cases[] = {
        {"President Ana Ruiz of Peru", "PERGOV"},
        {"Minister Ana Ruiz of Peru", "PERGOV"},
        {"Mayor Ana Ruiz of Lima", "PERGOV"},
        {"Mrs Ana Ruiz of Peru", ""},
        {"Chairman Ana Ruiz of Peru's largest bank", ""},
    };
    assert_coded(cases, N(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sectors_of_described_people),
        cmocka_unit_test(what_is_over_is_elite),
        cmocka_unit_test(bodies),
        cmocka_unit_test(bodies_named_for_regions),
        cmocka_unit_test(country_behind),
        cmocka_unit_test(peoples_of_a_country),
        cmocka_unit_test(bodies_in_headlines),
        cmocka_unit_test(bare_actors_of_headlines),
        cmocka_unit_test(words_before_decide),
        cmocka_unit_test(members_of_bodies),
        cmocka_unit_test(modifiers_of_open_heads),
        cmocka_unit_test(human_rights_and_nature),
        cmocka_unit_test(what_others_have),
        cmocka_unit_test(named_bodies),
        cmocka_unit_test(bodies_of_places),
        cmocka_unit_test(senders_of_envoys),
        cmocka_unit_test(ranks_yield_to_offices),
        cmocka_unit_test(openly_named_bodies),
        cmocka_unit_test(seats_of_government),
        cmocka_unit_test(labels),
        cmocka_unit_test(titles_behind_ex),
        cmocka_unit_test(words_before_people),
        cmocka_unit_test(people_where_they_are),
        cmocka_unit_test(long_names_in_labels),
        cmocka_unit_test(presidents_alone),
        cmocka_unit_test(state_behind_name),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
