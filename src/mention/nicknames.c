#include "mention/nicknames.h"

#include <assert.h>
#include <pthread.h>

#include "base/data.h"
#include "mention/name_forms.h"

enum { MOST_PAIRS = 128 };

/* A word in the spelling that name forms compare. */
typedef struct Word {
    char bytes[PL_MAX_NAME_WORD_BYTES];
    size_t len;
} Word;

typedef struct Pair {
    Word nickname;
    Word name;
} Pair;

static struct {
    Pair pairs[MOST_PAIRS];
    uint32_t n;
} shared;

static Word levelled(PlSlice text)
{
    Word word;
    word.len = pl_name_word_level(text, word.bytes);
    return word;
}

static void read_table(void)
{
    PlSlice rows = pl_table_rows("nicknames.tsv");
    PlSlice row, nickname, names, name;
    while (pl_table_next_row(&rows, &row)) {
        if (!pl_slice_next(&row, '\t', &nickname) || !pl_slice_next(&row, '\t', &names)) continue;
        while (pl_slice_next(&names, ' ', &name)) {
            assert(shared.n < MOST_PAIRS);
            shared.pairs[shared.n++] = (Pair){levelled(nickname), levelled(name)};
        }
    }
}

static bool is_word(const Word *word, PlSlice text)
{
    return pl_slice_equal((PlSlice){word->bytes, word->len}, text);
}

bool pl_nickname_is_of(PlSlice nickname, PlSlice name)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, read_table);
    for (uint32_t i = 0; i < shared.n; i++)
        if (is_word(&shared.pairs[i].nickname, nickname) && is_word(&shared.pairs[i].name, name))
            return true;
    return false;
}
