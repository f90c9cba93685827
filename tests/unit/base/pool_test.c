#include "unit/cmocka_all.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/pool.h"

enum { MOST_WINDOW = 16 };

typedef struct Job {
    uint32_t slots[MOST_WINDOW]; /* item + 1, 0 = free */
    uint32_t window;
    uint32_t n_taken;
    uint32_t stop_after;
    atomic_uint n_worked;
    atomic_uint n_between; /* worked, not taken */
    bool slow_take;
} Job;

static void nap(long microseconds)
{
    struct timespec time = {0, microseconds * 1000};
    nanosleep(&time, NULL);
}

/* On other threads an assertion of cmocka cannot end the test. */
static void check(bool holds)
{
    if (!holds) abort();
}

static void work(void *context, uint32_t thread, uint32_t item, uint32_t slot)
{
    (void)thread;
    Job *job = context;
    check(slot == item % job->window);
    check(job->slots[slot] == 0); /* the one before was taken */
    check(atomic_fetch_add(&job->n_between, 1) < job->window);
    if (item % 3 == 0) nap(200); /* finish in another order than begun */
    job->slots[slot] = item + 1;
    atomic_fetch_add(&job->n_worked, 1);
}

static bool take(void *context, uint32_t item, uint32_t slot)
{
    Job *job = context;
    assert_int_equal(item, job->n_taken);
    assert_int_equal(job->slots[slot], item + 1);
    if (job->slow_take) nap(100);
    job->slots[slot] = 0;
    atomic_fetch_sub(&job->n_between, 1);
    job->n_taken++;
    return job->n_taken != job->stop_after;
}

static void run(uint32_t n_items, uint32_t n_threads, uint32_t window, bool slow_take)
{
    Job job = {.window = window, .slow_take = slow_take};
    PlPoolJob pool = {.work = work,
                      .take = take,
                      .context = &job,
                      .n_items = n_items,
                      .n_threads = n_threads,
                      .window = window};
    assert_int_equal(pl_pool_run(&pool), PARLEY_OK);
    assert_int_equal(job.n_taken, n_items);
    assert_int_equal(atomic_load(&job.n_worked), n_items);
}

static void test_taken_in_order(void **state)
{
    (void)state;
    for (uint32_t n_threads = 0; n_threads <= 8; n_threads += 2) {
        run(0, n_threads, 4, false);
        run(1, n_threads, 4, false);
        run(100, n_threads, 1, false);
        run(100, n_threads, 3, true);
        run(100, n_threads, MOST_WINDOW, true);
    }
}

static void test_stop(void **state)
{
    (void)state;
    for (uint32_t n_threads = 1; n_threads <= 4; n_threads++) {
        Job job = {.window = 4, .stop_after = 5};
        PlPoolJob pool = {.work = work,
                          .take = take,
                          .context = &job,
                          .n_items = 1000,
                          .n_threads = n_threads,
                          .window = 4};
        assert_int_equal(pl_pool_run(&pool), PARLEY_OK);
        assert_int_equal(job.n_taken, 5);
        assert_in_range(atomic_load(&job.n_worked), 5, 9); /* what was begun is finished */
    }
}

static void test_number_of_threads(void **state)
{
    (void)state;
    PlPoolJob job = {.n_items = 3, .n_threads = 8};
    assert_int_equal(pl_pool_n_threads(&job), 3);
    job.n_threads = 2;
    assert_int_equal(pl_pool_n_threads(&job), 2);
    job.n_items = 0;
    assert_int_equal(pl_pool_n_threads(&job), 1);
    job = (PlPoolJob){.n_items = 100000};
    assert_in_range(pl_pool_n_threads(&job), 1, 256);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_taken_in_order),
        cmocka_unit_test(test_stop),
        cmocka_unit_test(test_number_of_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
