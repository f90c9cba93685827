/* Puts made-up reports (bench/story_world.h), one after another as they would come, through the
 * story layer: words, shared text, topics, stories. Prints what a report costs with 10 k, 100 k and
 * 1 M reports in the index, what memory it takes, and how right the stories and copies are.
 *
 * usage: story_stream [--reports N] [--day N]     default 1,000,000 reports, 2,000 a day
 *
 * Lines are "name <tab> value <tab> n". Time is the thread's own on the processor, over the last
 * tenth of the reports before each mark; making reports is not in it, but words that are looked at
 * again to compare two texts are made again, and that is.
 */
#include "story_world.h"

#include "story/shared_text.h"
#include "story/story_index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct Stream {
    PlArena arena; /* of the index */
    PlArena texts; /* of a report's words */
    PlArena texts_again;
    StoryWorld world;
    StoryWorld again; /* makes reports again; shares what `world` has of them */
    PlStoryIndex stories;
    PlSharedTextIndex shared;
    PlTermCounter terms;
    PlFingerprints fingerprints;
    PlShares shares;
    MadeReport report;
    MadeReport made_again;
    uint32_t n_reports;
    PL_VEC(uint64_t) families; /* [report] happening << 32 | family */
    PL_VEC(uint32_t) of;       /* [report] its happening */
    uint32_t n_copies;
    uint32_t n_copies_found;
    uint32_t n_shares;
    uint32_t n_right_shares;
} Stream;

static double now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static PlArticleWords words_of(PlArena *arena, PlSlice text)
{
    pl_arena_reset(arena);
    PlArticle article = {.text = text};
    *pl_vec_push(arena, &article.blocks) = (PlBlock){{0, (uint32_t)text.len}, PL_BLOCK_PARAGRAPH};
    return pl_article_words_find(arena, &article);
}

static PlArticleWords words_again(void *context, uint32_t number)
{
    Stream *stream = context;
    story_world_again(&stream->world, &stream->again, number, &stream->made_again);
    return words_of(&stream->texts_again, stream->made_again.text);
}

static void add_report(Stream *stream)
{
    const MadeReport *report = &stream->report;
    PlArticleWords words = words_of(&stream->texts, report->text);
    pl_fingerprints_find(&stream->arena, &words, &stream->fingerprints);
    pl_shared_text_count(&stream->shared, &stream->fingerprints);
    pl_shared_text_add(&stream->shared, &words, &stream->fingerprints, &stream->shares);
    pl_terms_count_words(&stream->terms, &words);
    for (uint32_t i = 0; i < report->actors.n; i++)
        pl_terms_count_actor(&stream->terms, report->actors.items[i]);
    pl_story_index_count(&stream->stories, &stream->terms);
    pl_story_index_add(&stream->stories, &stream->terms, report->day);
}

/* A copy is found when the index names a report of its family; a share is right when it is. */
static void judge_shares(Stream *stream)
{
    PlArena *arena = &stream->world.arena;
    uint64_t family = (uint64_t)stream->report.happening << 32 | stream->report.family;
    bool found = false;
    for (uint32_t i = 0; i < stream->shares.n; i++) {
        const PlShare *share = &stream->shares.items[i];
        if (share->is_furniture) continue;
        bool right = stream->families.items[share->report] == family;
        found = found || right;
        stream->n_shares++;
        stream->n_right_shares += right;
    }
    stream->n_copies += stream->report.is_copy;
    stream->n_copies_found += stream->report.is_copy && found;
    *pl_vec_push(arena, &stream->families) = family;
    *pl_vec_push(arena, &stream->of) = stream->report.happening;
}

/* ---- how right the stories are ---- */

typedef struct Pair {
    uint32_t story;
    uint32_t happening;
} Pair;

static int compare_pairs(const void *a, const void *b)
{
    const Pair *x = a;
    const Pair *y = b;
    if (x->story != y->story) return x->story < y->story ? -1 : 1;
    return (x->happening > y->happening) - (x->happening < y->happening);
}

/* source: Bagga and Baldwin 1998, B-cubed */
static void print_b_cubed(Stream *stream)
{
    uint32_t n = stream->n_reports;
    PlArena *arena = &stream->world.arena;
    Pair *pairs = pl_arena_array(arena, Pair, n);
    uint32_t *n_of_story = pl_arena_array(arena, uint32_t, stream->stories.same_as.n);
    uint32_t *n_of_happening = pl_arena_array(arena, uint32_t, stream->world.n_happenings);
    for (uint32_t i = 0; i < n; i++) {
        pairs[i] = (Pair){pl_story_index_story(&stream->stories, i), stream->of.items[i]};
        n_of_story[pairs[i].story]++;
        n_of_happening[pairs[i].happening]++;
    }
    qsort(pairs, n, sizeof *pairs, compare_pairs);
    double recall = 0;
    double precision = 0;
    for (uint32_t from = 0, to = 0; from < n; from = to) {
        while (to < n && compare_pairs(&pairs[from], &pairs[to]) == 0)
            to++;
        double both = to - from;
        recall += both * both / n_of_happening[pairs[from].happening];
        precision += both * both / n_of_story[pairs[from].story];
    }
    printf("B-cubed recall\t%.4f\t%u\n", recall / n, n);
    printf("B-cubed precision\t%.4f\t%u\n", precision / n, n);
    printf("B-cubed F1\t%.4f\t%u\n", 2 * recall * precision / (recall + precision) / n, n);
}

static void print_copies(const Stream *stream)
{
    if (stream->n_copies)
        printf("copies found\t%.4f\t%u\n", (double)stream->n_copies_found / stream->n_copies,
               stream->n_copies);
    if (stream->n_shares)
        printf("shared texts right\t%.4f\t%u\n", (double)stream->n_right_shares / stream->n_shares,
               stream->n_shares);
}

/* ---- the marks ---- */

typedef struct Mark {
    uint32_t n_reports;
    double spent_s; /* over the last tenth before it */
} Mark;

static void print_mark(const Mark *mark, const Stream *stream)
{
    double n = mark->n_reports / 10.0;
    printf("reports a second at %u\t%.0f\t%.0f\n", mark->n_reports, n / mark->spent_s, n);
    printf("bytes a report at %u\t%.0f\t%u\n", mark->n_reports,
           (double)stream->arena.used_bytes / mark->n_reports, mark->n_reports);
    fflush(stdout);
}

static void run(Stream *stream)
{
    Mark marks[] = {{10000, 0}, {100000, 0}, {1000000, 0}};
    enum { N_MARKS = sizeof marks / sizeof *marks };
    int last = -1;
    for (uint32_t i = 0; i < stream->n_reports; i++) {
        story_world_next(&stream->world, &stream->report);
        double start = now_s();
        add_report(stream);
        double spent = now_s() - start;
        judge_shares(stream);
        for (int m = 0; m < N_MARKS; m++) {
            if (i < marks[m].n_reports && i >= marks[m].n_reports / 10 * 9)
                marks[m].spent_s += spent;
            if (i + 1 != marks[m].n_reports) continue;
            print_mark(&marks[m], stream);
            last = m;
        }
    }
    if (last > 0)
        printf("growth of the cost of a report from %u to %u\t%.3f\t%u\n", marks[0].n_reports,
               marks[last].n_reports,
               marks[last].spent_s / marks[last].n_reports /
                   (marks[0].spent_s / marks[0].n_reports),
               marks[last].n_reports);
    pl_story_index_finish(&stream->stories);
    print_b_cubed(stream);
    print_copies(stream);
}

static uint32_t number_after(int argc, char **argv, const char *option, uint32_t otherwise)
{
    for (int i = 1; i + 1 < argc; i++)
        if (strcmp(argv[i], option) == 0) return (uint32_t)strtoul(argv[i + 1], NULL, 10);
    return otherwise;
}

int main(int argc, char **argv)
{
    static Stream stream;
    stream.n_reports = number_after(argc, argv, "--reports", 1000000);
    uint32_t reports_a_day = number_after(argc, argv, "--day", 2000);
    if (argc % 2 == 0 || stream.n_reports == 0 || reports_a_day == 0) {
        fputs("usage: story_stream [--reports N] [--day N]\n", stderr);
        return 2;
    }
    pl_arena_init(&stream.arena, 0);
    pl_arena_init(&stream.texts, 0);
    pl_arena_init(&stream.texts_again, 0);
    story_world_init(&stream.world, reports_a_day);
    story_world_init(&stream.again, reports_a_day);
    pl_story_index_init(&stream.stories, &stream.arena);
    pl_shared_text_init(&stream.shared, &stream.arena, words_again, &stream);
    pl_terms_init(&stream.terms, &stream.arena);
    run(&stream);
    story_world_clear(&stream.again);
    story_world_clear(&stream.world);
    pl_arena_clear(&stream.texts_again);
    pl_arena_clear(&stream.texts);
    pl_arena_clear(&stream.arena);
    return 0;
}
