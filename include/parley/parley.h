/* Parley: the record of a negotiation, from the reports about it. The whole public API.
 *
 *   ParleyModel  *model;   the language engine's tables: immutable, share it between threads
 *   ParleyRecord *record;  a database of reports and of what they say
 *
 *   parley_model_open(NULL, &model, &error);
 *   parley_record_open("talks.db", PARLEY_RECORD_CREATE, &record, &error);
 *   parley_record_read(record, model, paths, n_paths, &options, &result, &error);
 *   parley_record_view(record, &(ParleyViewOptions){.view = PARLEY_VIEW_BRIEF}, sink, &error);
 *
 * Errors: every function that can fail returns a ParleyStatus and, given a ParleyError, fills in
 * one line that says what went wrong, where, and what to do. The library neither prints nor exits.
 * Text is never an error: bad UTF-8 is replaced and counted.
 *
 * Offsets are bytes into a report's UTF-8 text. Strings given in are NUL-terminated and copied.
 *
 * Threads: a model may be shared; a record belongs to one thread at a time.
 */
#ifndef PARLEY_PARLEY_H
#define PARLEY_PARLEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PARLEY_VERSION "0.1.0"

typedef enum ParleyStatus {
    PARLEY_OK = 0,
    PARLEY_NO_MEMORY,
    PARLEY_NOT_FOUND,    /* no such file, report, ... */
    PARLEY_UNREADABLE,   /* a file that the system does not let us read, or a folder */
    PARLEY_BAD_INPUT,    /* empty, binary, or not what its format says */
    PARLEY_TOO_BIG,      /* beyond a documented limit */
    PARLEY_BAD_ARGUMENT, /* an option that makes no sense */
    PARLEY_BAD_MODEL,
    PARLEY_LOCKED,       /* another process writes to the record */
    PARLEY_DISK_FULL,    /* what was not acknowledged is not in the record */
    PARLEY_READ_ONLY,    /* a file or folder that cannot be written */
    PARLEY_BAD_RECORD,   /* not a Parley database, damaged, or made by a newer version */
    PARLEY_CANNOT_WRITE, /* the sink refused */
    PARLEY_SYSTEM
} ParleyStatus;

typedef struct ParleyError {
    ParleyStatus status;
    char message[1024]; /* one line, no newline */
} ParleyError;

/* Where output goes. `write` answers false to stop. */
typedef struct ParleySink {
    bool (*write)(void *context, const char *bytes, size_t len);
    void *context;
} ParleySink;

/* ---- the model ------------------------------------------------------------------------------ */

typedef struct ParleyModel ParleyModel;

/* path NULL: the one built in or installed with the program. Errors: NO_MEMORY, NOT_FOUND,
 * BAD_MODEL. */
ParleyStatus parley_model_open(const char *path, ParleyModel **model, ParleyError *error);
void parley_model_close(ParleyModel *model);

typedef enum ParleyNoticeKind {
    PARLEY_NOTICE_WARNING, /* the report is read, but not all is as it should be */
    PARLEY_NOTICE_LEFT_OUT /* the report is not read */
} ParleyNoticeKind;

/* Adds the actors of a file to a model that is not shared yet: a table of names, types, CAMEO codes
 * and dates, as docs/actors.md describes it ("-" = standard input). A line that cannot be used is
 * told to `notice` (may be NULL) with its number and the reason, and counted in *n_refused; the
 * rest is used. Reports read with other actors are other reports to a record. Errors: NOT_FOUND,
 * UNREADABLE, TOO_BIG, BAD_INPUT (no header), NO_MEMORY. */
ParleyStatus parley_model_add_actors(ParleyModel *model, const char *path,
                                     void (*notice)(void *context, ParleyNoticeKind kind,
                                                    const char *line),
                                     void *context, size_t *n_refused, ParleyError *error);

/* Adds the frames of a file, which say what words tell of which event, before the program's own, in
 * place of any added before: docs/coding.md describes the file ("-" = standard input). Lines that
 * cannot be used are told of and counted as in parley_model_add_actors. Errors: NOT_FOUND,
 * UNREADABLE, TOO_BIG, NO_MEMORY. */
ParleyStatus parley_model_add_frames(ParleyModel *model, const char *path,
                                     void (*notice)(void *context, ParleyNoticeKind kind,
                                                    const char *line),
                                     void *context, size_t *n_refused, ParleyError *error);

/* ---- reports in ----------------------------------------------------------------------------- */

/* What is known of a report besides its text; NULL = unknown. A manifest row or the report's own
 * front matter fills what is NULL here. */
typedef struct ParleyMetadata {
    const char *id;
    const char *source;
    const char *url;
    const char *title;
    const char *published; /* ISO 8601: 2025-05-16 or 2025-05-16T10:35:00Z */
} ParleyMetadata;

typedef enum ParleyInputFormat {
    PARLEY_INPUT_TEXT,  /* plain text, one report a file */
    PARLEY_INPUT_JSONL, /* one object a line: text, and any of id, title, source, url, published */
    PARLEY_INPUT_CONLLU /* annotate only: words and sentences in CoNLL-U, which are kept; a report
                           begins at each "# newdoc" */
} ParleyInputFormat;

typedef struct ParleyReadOptions {
    ParleyInputFormat format;
    const char *manifest; /* TSV with a column `path` and any of id, source, url, title, published;
                             NULL = none */
    ParleyMetadata metadata; /* for every report of the call */
    unsigned n_threads;      /* 0 = one a processor; the result is the same for every number */
    bool with_tokens;        /* annotate only */
    bool as_conllu;          /* annotate only */
    void (*notice)(void *context, ParleyNoticeKind kind, const char *line);
    void (*progress)(void *context, size_t n_done, size_t n_total);
    void *context;
} ParleyReadOptions;

typedef struct ParleyReadResult {
    size_t n_new;
    size_t n_changed;
    size_t n_same;
    size_t n_left_out;
} ParleyReadResult;

/* The stateless filter: reads each path ("-" = standard input), writes one JSON object a line.
 * A report that cannot be read is a notice and is counted; the rest goes on. */
ParleyStatus parley_annotate(const ParleyModel *model, const char *const *paths, size_t n_paths,
                             const ParleyReadOptions *options, ParleySink sink,
                             ParleyReadResult *result, ParleyError *error);

/* ---- the record ----------------------------------------------------------------------------- */

typedef struct ParleyRecord ParleyRecord;

typedef enum ParleyRecordMode {
    PARLEY_RECORD_READ,  /* must exist */
    PARLEY_RECORD_CREATE /* made when it does not exist */
} ParleyRecordMode;

ParleyStatus parley_record_open(const char *path, ParleyRecordMode mode, ParleyRecord **record,
                                ParleyError *error);
void parley_record_close(ParleyRecord *record);

/* Reads reports into the record. A report is acknowledged (counted in `result`) only once it is
 * safely stored. The same report again changes nothing; a changed one replaces its old self. */
ParleyStatus parley_record_read(ParleyRecord *record, const ParleyModel *model,
                                const char *const *paths, size_t n_paths,
                                const ParleyReadOptions *options, ParleyReadResult *result,
                                ParleyError *error);

/* Takes reports out and leaves the record as if they had never been read. Each of `ids` is an id or
 * a beginning that only one report's has. All of them, or, when one is of no report or of several
 * (PARLEY_NOT_FOUND), none. model NULL: opens one. */
ParleyStatus parley_record_remove(ParleyRecord *record, const ParleyModel *model,
                                  const char *const *ids, size_t n_ids, ParleyError *error);

/* Takes the merge rules of a file into the record, in place of those that it had: which names are
 * one actor's, and which are not, as docs/actors.md describes it ("-" = standard input). They hold
 * for all reports; names inside one report are told apart by them once it is read again. A line
 * that cannot be used is told to `notice` (may be NULL) and counted in *n_refused; the rest is
 * used. model NULL: opens one. Errors: as parley_model_add_actors, and those of writing. */
ParleyStatus
parley_record_set_merges(ParleyRecord *record, const ParleyModel *model, const char *path,
                         void (*notice)(void *context, ParleyNoticeKind kind, const char *line),
                         void *context, size_t *n_refused, ParleyError *error);

typedef enum ParleyView {
    PARLEY_VIEW_BRIEF,
    PARLEY_VIEW_PEOPLE,
    PARLEY_VIEW_MERGES, /* names that were taken for one person's, and why */
    PARLEY_VIEW_DELEGATIONS,
    PARLEY_VIEW_EVENTS,
    PARLEY_VIEW_QUOTES,
    PARLEY_VIEW_POSITIONS,
    PARLEY_VIEW_CONDITIONS,
    PARLEY_VIEW_OUTLOOK,
    PARLEY_VIEW_PLACES,
    PARLEY_VIEW_TIMELINE,
    PARLEY_VIEW_DIFFERENCES,
    PARLEY_VIEW_AGREEMENTS,
    PARLEY_VIEW_STORIES,       /* `argument`: only the story of this id, now or before; or NULL */
    PARLEY_VIEW_STORY_CHANGES, /* what became of the ids of stories as reports came */
    PARLEY_VIEW_COPIES,        /* reports that share text */
    PARLEY_VIEW_SOURCES,
    PARLEY_VIEW_REPORTS,
    PARLEY_VIEW_TALKS,   /* the negotiations that the reports are about */
    PARLEY_VIEW_SHOW,    /* one report: `argument` is its id or a prefix that only it has */
    PARLEY_VIEW_COMPARE, /* two reports, `argument` and `other`, as for show */
    PARLEY_VIEW_SEARCH,  /* `argument`: words; "quoted" for a phrase */
    PARLEY_VIEW_MOVES,   /* positions in the order in which reports have them */
    PARLEY_VIEW_FIGURES, /* numbers that several reports give of one thing */
    PARLEY_VIEW_GAPS,    /* issues on which sides agree, differ or exclude each other */
    PARLEY_VIEW_KTAB /* the positions as KTAB's spatial models read them: CSV whatever `format` */
} ParleyView;

typedef enum ParleyFormat {
    PARLEY_FORMAT_TEXT, /* for people, in a terminal */
    PARLEY_FORMAT_JSON,
    PARLEY_FORMAT_HTML,   /* brief, show and compare */
    PARLEY_FORMAT_CSV,    /* the lists */
    PARLEY_FORMAT_GEOJSON /* places: a FeatureCollection (RFC 7946) */
} ParleyFormat;

typedef struct ParleyViewOptions {
    ParleyView view;
    ParleyFormat format;
    const char *argument; /* show, compare, search, stories; NULL elsewhere */
    const char *other;    /* compare: the second report; NULL elsewhere */
    const char *talks;    /* only the reports on one negotiation: its id, or words of its parties;
                             "all" = every report; NULL = every report, but of several
                             negotiations a brief takes the one with most reports; show and
                             search ignore it */
    const char *grades;  /* differences, agreements, sources, brief: a file that gives sources their
                            admiralty grades, which are shown; NULL = none */
    const char *speaker; /* quotes: words of the speaker's name; NULL = all */
    const char *about;   /* quotes: words of what it is about; NULL = all */
    const char *actor;   /* events, timeline: words of an actor's name, or its code; NULL = all */
    const char *pair;    /* ... two of them, a comma between */
    const char *type;    /* ... a PLOVER type, a mode, or the beginning of a CAMEO code */
    const char *date;    /* ... ISO: one day, month or year, or FROM..TO */
    const char *place;   /* ... words of the place's name, or its country's code */
    const char *status;  /* ... actual, planned, hypothetical, negated or historical */
    bool mentions;       /* events: a row a mention */
    bool color;          /* text: ANSI escapes */
    unsigned width;      /* text: columns; 0 = 100 */
} ParleyViewOptions;

/* Errors: NOT_FOUND (show, compare, talks, grades), BAD_INPUT (grades), BAD_ARGUMENT (a format that
 * the view has not), CANNOT_WRITE. */
ParleyStatus parley_record_view(ParleyRecord *record, const ParleyViewOptions *options,
                                ParleySink sink, ParleyError *error);

/* Why an event is coded as it is: for each of its mentions the sentence, the frame, the actors, the
 * status and the date with their reasons, and the parse. event: its id or a beginning of it.
 * model NULL: opens one. `options`: format (text or JSON), color, width. Errors: NOT_FOUND,
 * BAD_ARGUMENT, CANNOT_WRITE. */
ParleyStatus parley_record_explain(ParleyRecord *record, const ParleyModel *model,
                                   const char *event, const ParleyViewOptions *options,
                                   ParleySink sink, ParleyError *error);

/* Writes every table of the record below `folder` (made when absent), one file a table.
 * format: PARLEY_FORMAT_CSV or PARLEY_FORMAT_JSON (JSON Lines). */
ParleyStatus parley_record_export(ParleyRecord *record, ParleyFormat format, const char *folder,
                                  ParleyError *error);

/* Events as the field's tools read them; docs/coding.md says what the columns hold. */
typedef enum ParleyEventTable {
    PARLEY_EVENTS_GDELT,          /* gdelt.export.CSV: GDELT 2.0 events */
    PARLEY_EVENTS_GDELT_MENTIONS, /* gdelt.mentions.CSV */
    PARLEY_EVENTS_ICEWS,          /* icews.tab */
    PARLEY_EVENTS_POLECAT,        /* polecat.txt */
    PARLEY_N_EVENT_TABLES
} ParleyEventTable;

/* Writes the table below `folder` (made when absent). */
ParleyStatus parley_record_export_events(ParleyRecord *record, ParleyEventTable table,
                                         const char *folder, ParleyError *error);

#ifdef __cplusplus
}
#endif

#endif
