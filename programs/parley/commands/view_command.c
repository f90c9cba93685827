/* The commands that show the record: one function, one row each. */
#include <string.h>

#include "../commands.h"

ParleyFormat view_format(const Arguments *arguments)
{
    const char *given = arguments->value[OPTION_FORMAT];
    if (!given || strcmp(given, "text") == 0) return PARLEY_FORMAT_TEXT;
    if (strcmp(given, "json") == 0) return PARLEY_FORMAT_JSON;
    if (strcmp(given, "geojson") == 0) return PARLEY_FORMAT_GEOJSON;
    return strcmp(given, "html") == 0 ? PARLEY_FORMAT_HTML : PARLEY_FORMAT_CSV;
}

/* Words given one by one are one query. */
static void join_words(const Arguments *arguments, char *joined, size_t size)
{
    size_t len = 0;
    for (size_t i = 0; i < arguments->n_words; i++) {
        size_t word_len = strlen(arguments->words[i]);
        if (len + word_len + 2 > size) break;
        if (i > 0) joined[len++] = ' ';
        memcpy(joined + len, arguments->words[i], word_len);
        len += word_len;
    }
    joined[len] = '\0';
}

int command_view(const Command *command, const Arguments *arguments,
                 const ParleyViewOptions *options)
{
    ParleyError error = {0};
    ParleyRecord *record = NULL;
    int code = EXIT_FINE;
    ParleyStatus status =
        parley_record_open(record_path(arguments), PARLEY_RECORD_READ, &record, &error);
    if (status == PARLEY_OK) status = parley_record_view(record, options, console_sink(), &error);
    if (status == PARLEY_CANNOT_WRITE)
        code = EXIT_FAILED; /* told of by console_finish */
    else if (status == PARLEY_BAD_ARGUMENT)
        code = console_usage(command->name, error.message);
    else if (status != PARLEY_OK)
        code = console_error(error.message);
    parley_record_close(record);
    return code;
}

static int run_view(const Command *command, const Arguments *arguments)
{
    char joined[1024];
    bool are_two = command->view == PARLEY_VIEW_COMPARE;
    join_words(arguments, joined, sizeof joined);
    ParleyViewOptions options = {
        .view = command->view,
        .format = view_format(arguments),
        .argument = are_two              ? arguments->words[0]
                    : arguments->n_words ? joined
                                         : NULL,
        .other = are_two ? arguments->words[1] : NULL,
        .speaker = arguments->value[OPTION_SPEAKER],
        .about = arguments->value[OPTION_ABOUT],
        .talks = arguments->value[OPTION_TALKS],
        .grades = arguments->value[OPTION_GRADES],
        .actor = arguments->value[OPTION_ACTOR],
        .pair = arguments->value[OPTION_PAIR],
        .type = arguments->value[OPTION_TYPE],
        .date = arguments->value[OPTION_DATE],
        .place = arguments->value[OPTION_PLACE],
        .status = arguments->value[OPTION_STATUS],
        .mentions = arguments->value[OPTION_MENTIONS] != NULL,
        .color = console_color(arguments),
        .width = console_width(arguments),
    };
    if (arguments->value[OPTION_CHANGES]) options.view = PARLEY_VIEW_STORY_CHANGES;
    if (arguments->value[OPTION_OVER_TIME]) options.view = PARLEY_VIEW_MOVES;
    return command_view(command, arguments, &options);
}

#define PAGE_OPTIONS                                                                               \
    (OPTION_BIT(OPTION_COLOR) | OPTION_BIT(OPTION_DB) | OPTION_BIT(OPTION_FORMAT) |                \
     OPTION_BIT(OPTION_WIDTH))
#define VIEW_OPTIONS (PAGE_OPTIONS | OPTION_BIT(OPTION_TALKS))
#define GRADED_OPTIONS (VIEW_OPTIONS | OPTION_BIT(OPTION_GRADES))
#define GRADED_LIST                                                                                \
    .formats = "text|json|csv", .options = GRADED_OPTIONS, .run = run_view, .words = ""
#define LIST .formats = "text|json|csv", .options = VIEW_OPTIONS, .run = run_view, .words = ""
#define EVENT_OPTIONS                                                                              \
    (VIEW_OPTIONS | OPTION_BIT(OPTION_ACTOR) | OPTION_BIT(OPTION_PAIR) | OPTION_BIT(OPTION_TYPE) | \
     OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_PLACE) | OPTION_BIT(OPTION_STATUS))
#define PAGE .formats = "text|json|html", .run = run_view

const Command view_commands[] = {
    {PAGE, .name = "brief", .options = GRADED_OPTIONS, .words = "", .view = PARLEY_VIEW_BRIEF,
     .summary = "the talks on one page",
     .about = "Who talks with whom, where and when; who was sent; what each side wants; who said\n"
              "what; what is expected; and where the reports differ. [harb:4] is sentence 4 of\n"
              "the report whose id begins with harb: parley show harb shows it. As HTML it is one\n"
              "file with the reports in it, and every line leads to the words that say so.",
     .examples = "  parley brief\n"
                 "  parley brief --format html > brief.html\n"
                 "  parley brief --talks 'Aldova Merisia'\n"
                 "  parley brief --format json | jq .positions"},
    {LIST, .name = "people", .view = PARLEY_VIEW_PEOPLE,
     .summary = "the people named, with their offices",
     .about = "Each person that a report names, once, with the side and the offices that reports\n"
              "give, as they word them.",
     .examples = "  parley people\n"
                 "  parley people --format csv > people.csv"},
    {LIST, .name = "delegations", .view = PARLEY_VIEW_DELEGATIONS,
     .summary = "who was sent by whom, and at what level",
     .about = "Heads, members, envoys, mediators, hosts and those who stayed away, and the level\n"
              "of each delegation as each report calls it.",
     .examples = "  parley delegations\n"
                 "  parley delegations --format json"},
    {.formats = "text|json|csv",
     .run = run_view,
     .words = "",
     .name = "positions",
     .options = VIEW_OPTIONS | OPTION_BIT(OPTION_OVER_TIME),
     .view = PARLEY_VIEW_POSITIONS,
     .summary = "what each side demands, offers, rejects",
     .about =
         "Issues by parties, with stance and terms as the reports word them. A stance is\n"
         "one of demands, offers, accepts, rejects, concedes, supports, opposes.\n"
         "\n"
         "With --over-time one row a day of reports: \"first\" when nothing was known before,\n"
         "\"again\", \"new terms\", or what the stance was on the day before.",
     .examples = "  parley positions\n"
                 "  parley positions --over-time\n"
                 "  parley positions --format csv > positions.csv"},
    {LIST, .name = "gaps", .view = PARLEY_VIEW_GAPS,
     .summary = "where the sides agree, differ or exclude each other",
     .about = "Each issue on which two sides or more take a stance: they exclude each other when\n"
              "one is for it and another against, differ in terms when both want it in other\n"
              "words, else agree; and the condition that a side ties it to, if one does.",
     .examples = "  parley gaps\n"
                 "  parley gaps --format json"},
    {LIST, .name = "conditions", .view = PARLEY_VIEW_CONDITIONS,
     .summary = "what must hold before what",
     .about = "What has to hold, what follows then, and who says so.",
     .examples = "  parley conditions\n"
                 "  parley conditions --format json"},
    {LIST, .name = "outlook", .view = PARLEY_VIEW_OUTLOOK,
     .summary = "what is expected of the talks, and by whom",
     .about = "Who expects what: optimistic, pessimistic or mixed. Without a holder it is the\n"
              "report itself that expects.",
     .examples = "  parley outlook\n"
                 "  parley outlook --format csv"},
    {.formats = "text|json|csv",
     .run = run_view,
     .words = "",
     .name = "quotes",
     .options = VIEW_OPTIONS | OPTION_BIT(OPTION_SPEAKER) | OPTION_BIT(OPTION_ABOUT),
     .view = PARLEY_VIEW_QUOTES,
     .summary = "who said what",
     .about = "What stands between quotation marks, and what is reported as said. The same words\n"
              "of one speaker in several reports are one row.",
     .examples = "  parley quotes --speaker 'harbour master'\n"
                 "  parley quotes --about wages --format json"},
    {.formats = "text|json|csv",
     .run = run_view,
     .words = "",
     .name = "events",
     .options = EVENT_OPTIONS | OPTION_BIT(OPTION_MENTIONS),
     .view = PARLEY_VIEW_EVENTS,
     .summary = "who did what to whom, in PLOVER and CAMEO codes",
     .about =
         "Each event once, however often reports tell of it: type, codes, actors, status, date,\n"
         "and how many independent publishers report it. --mentions shows each time that it is\n"
         "told. docs/coding.md is the coding manual; parley explain says why an event is coded\n"
         "as it is.",
     .examples = "  parley events\n"
                 "  parley events --pair 'Aldova,Merisia' --type CONSULT --status actual\n"
                 "  parley events --actor 'River Council' --date 2024-03-01..2024-03-15\n"
                 "  parley events --place 'Port Selwyn' --mentions\n"
                 "  parley events --format csv > events.csv"},
    {.formats = "text|json|csv|geojson",
     .options = VIEW_OPTIONS,
     .run = run_view,
     .words = "",
     .name = "places",
     .view = PARLEY_VIEW_PLACES,
     .summary = "the places named, with where they are",
     .about =
         "Each place once, those of most reports first: country, coordinates, GeoNames id. As\n"
         "GeoJSON it is what maps read; a place of unknown whereabouts has no geometry.",
     .examples = "  parley places\n"
                 "  parley places --format geojson > places.geojson"},
    {.formats = "text|json|csv",
     .run = run_view,
     .words = "",
     .name = "timeline",
     .options = EVENT_OPTIONS,
     .view = PARLEY_VIEW_TIMELINE,
     .summary = "what happened when",
     .about = "The events that have a date, in its order; the same event of several reports is\n"
              "one row.",
     .examples = "  parley timeline\n"
                 "  parley timeline --actor Merisia --date 2024-03\n"
                 "  parley timeline --format json"},
    {GRADED_LIST, .name = "differences", .view = PARLEY_VIEW_DIFFERENCES,
     .summary = "where the reports do not agree",
     .about = "What reports say differently of one thing, each value with those who say it and\n"
              "how many independent publishers they are. Nothing is settled here.",
     .examples = "  parley differences\n"
                 "  parley differences --grades grades.tsv\n"
                 "  parley differences --format json"},
    {GRADED_LIST, .name = "agreements", .view = PARLEY_VIEW_AGREEMENTS,
     .summary = "what several reports say alike",
     .about =
         "What two independent publishers or more say alike. Where another says otherwise, the\n"
         "line says so, and parley differences has all values.",
     .examples = "  parley agreements\n"
                 "  parley agreements --format json"},
    {LIST, .name = "figures", .view = PARLEY_VIEW_FIGURES,
     .summary = "numbers that several reports give, low to high",
     .about =
         "A number that two independent publishers or more give of one thing (casualties, a\n"
         "share, a sum): the lowest, the one that most give, the highest and the latest, each\n"
         "with its source and date. None of them is held to be right. Numbers of one thing\n"
         "that are far apart, as of a night and of a war, are two figures.",
     .examples = "  parley figures\n"
                 "  parley figures --talks 'Aldova Merisia' --format csv > figures.csv\n"
                 "  parley figures --format json | jq '.[] | {figure, high}'"},
    {.formats = "text|json|csv",
     .run = run_view,
     .words = "[STORY]",
     .most_words = 1,
     .name = "stories",
     .options = VIEW_OPTIONS | OPTION_BIT(OPTION_CHANGES),
     .view = PARLEY_VIEW_STORIES,
     .summary = "reports of the same happening",
     .about = "Reports that tell of the same happening, with how many independent publishers\n"
              "they come from: copies of one text count once.\n"
              "\n"
              "A story's id is that of its first report, by date. It stays as later reports come;\n"
              "when an older one comes, or stories turn out to be one or two, the change is kept:\n"
              "STORY is an id that a story has or had, and --changes lists what became of ids.",
     .examples = "  parley stories\n"
                 "  parley stories harbour-post-0304\n"
                 "  parley stories --changes --format json"},
    {LIST, .name = "copies", .view = PARLEY_VIEW_COPIES, .summary = "reports that share text",
     .about = "Pairs of reports that share half of the shorter one's running words, or a fifth of\n"
              "both: copies and rewrites of one text, and text that a site prints around every\n"
              "article (furniture). parley reports names the original of each copy; copies count\n"
              "as one publisher.",
     .examples = "  parley copies\n"
                 "  parley copies --format json | jq '.[] | select(.kind == \"copy\")'"},
    {GRADED_LIST, .name = "sources", .view = PARLEY_VIEW_SOURCES, .summary = "the outlets",
     .about =
         "Each outlet with its reports, how many stories it alone tells, how many of those that\n"
         "others tell too it told on a day before them, in how many contradictions it holds a\n"
         "value, and the days that its reports span. With --grades, a file of yours, each\n"
         "source's admiralty grade (A reliable ... E unreliable, F cannot be judged) is shown,\n"
         "here and beside the values of differences, agreements and the brief. Nothing is\n"
         "computed from it.",
     .examples = "  parley sources\n"
                 "  parley sources --grades grades.tsv\n"
                 "  parley sources --format csv"},
    {LIST, .name = "talks", .view = PARLEY_VIEW_TALKS,
     .summary = "the negotiations that the reports are about",
     .about = "Each negotiation with its parties, places, hosts, mediators and the days of its\n"
              "rounds as reports give them. Every other command takes --talks to see one alone;\n"
              "a brief of several shows the one with most reports unless --talks says otherwise.",
     .examples = "  parley talks\n"
                 "  parley brief --talks 'Aldova Merisia'"},
    {LIST, .name = "reports", .view = PARLEY_VIEW_REPORTS, .summary = "the reports",
     .about = "Each report with its source, date and title. The short reference is what the\n"
              "other commands call it by.",
     .examples = "  parley reports\n"
                 "  parley reports --format json | jq -r '.[].id'"},
    {PAGE, .name = "show", .options = PAGE_OPTIONS, .words = "REPORT", .view = PARLEY_VIEW_SHOW,
     .least_words = 1, .most_words = 1, .summary = "one report, with what was found in it",
     .about = "The report sentence by sentence, with people, places, quotes and positions marked.\n"
              "REPORT is an id, or a beginning that only it has.",
     .examples = "  parley show harbour-post-0307\n"
                 "  parley show harb --format html > report.html"},
    {PAGE, .name = "compare", .options = PAGE_OPTIONS, .words = "REPORT REPORT",
     .view = PARLEY_VIEW_COMPARE, .least_words = 2, .most_words = 2,
     .summary = "what two reports both say, and where they differ",
     .about = "Where the two differ, what both say, and what each says that the other does not,\n"
              "with the sentences; whether they are of one story, and how much text they share.\n"
              "The two count as independent here, whoever published them. REPORT is an id, or a\n"
              "beginning that only it has.",
     .examples = "  parley compare harb coast\n"
                 "  parley compare harbour-post-0307 coast-radio-0307 --format html > two.html\n"
                 "  parley compare harb coast --format json | jq .differences"},
    {.formats = "text|json|csv",
     .options = PAGE_OPTIONS,
     .run = run_view,
     .words = "WORDS...",
     .name = "search",
     .view = PARLEY_VIEW_SEARCH,
     .least_words = 1,
     .most_words = SIZE_MAX,
     .summary = "sentences that have these words",
     .about = "Sentences that have all the words, best first; words in double quotes are a phrase.",
     .examples = "  parley search overtime pay\n"
                 "  parley search '\"overtime pay\"' --format json"},
};

const size_t n_view_commands = sizeof view_commands / sizeof *view_commands;
