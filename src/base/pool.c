#include "base/pool.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct Pool {
    const PlPoolJob *job;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    uint32_t n_begun;
    uint32_t n_taken;
    bool stopped;
    bool *done; /* [window], by slot */
} Pool;

typedef struct Worker {
    Pool *pool;
    uint32_t thread;
    pthread_t id;
} Worker;

uint32_t pl_pool_n_threads(const PlPoolJob *job)
{
    long n = job->n_threads;
    if (n == 0) n = sysconf(_SC_NPROCESSORS_ONLN);
    if (n > (long)job->n_items) n = (long)job->n_items;
    if (n > 256) n = 256;
    return n < 1 ? 1 : (uint32_t)n;
}

static void *worker_run(void *context)
{
    Worker *worker = context;
    Pool *pool = worker->pool;
    const PlPoolJob *job = pool->job;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (!pool->stopped && pool->n_begun < job->n_items &&
               pool->n_begun - pool->n_taken >= job->window)
            pthread_cond_wait(&pool->changed, &pool->lock);
        if (pool->stopped || pool->n_begun == job->n_items) break;
        uint32_t item = pool->n_begun++;
        pthread_mutex_unlock(&pool->lock);
        job->work(job->context, worker->thread, item, item % job->window);
        pthread_mutex_lock(&pool->lock);
        pool->done[item % job->window] = true;
        pthread_cond_broadcast(&pool->changed);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

static void take_all(Pool *pool)
{
    const PlPoolJob *job = pool->job;
    for (uint32_t item = 0; item < job->n_items; item++) {
        uint32_t slot = item % job->window;
        pthread_mutex_lock(&pool->lock);
        while (!pool->done[slot])
            pthread_cond_wait(&pool->changed, &pool->lock);
        pthread_mutex_unlock(&pool->lock);
        bool more = job->take(job->context, item, slot);
        pthread_mutex_lock(&pool->lock);
        pool->done[slot] = false;
        pool->n_taken++;
        pool->stopped = !more;
        pthread_cond_broadcast(&pool->changed);
        pthread_mutex_unlock(&pool->lock);
        if (!more) return;
    }
}

static void run_alone(const PlPoolJob *job)
{
    for (uint32_t item = 0; item < job->n_items; item++) {
        job->work(job->context, 0, item, item % job->window);
        if (!job->take(job->context, item, item % job->window)) return;
    }
}

ParleyStatus pl_pool_run(const PlPoolJob *job)
{
    assert(job->window > 0);
    uint32_t n_threads = pl_pool_n_threads(job);
    if (n_threads == 1) {
        run_alone(job);
        return PARLEY_OK;
    }
    Pool pool = {.job = job};
    Worker *workers = calloc(n_threads, sizeof *workers);
    pool.done = calloc(job->window, sizeof *pool.done);
    if (!workers || !pool.done) {
        free(workers);
        free(pool.done);
        return PARLEY_NO_MEMORY;
    }
    pthread_mutex_init(&pool.lock, NULL);
    pthread_cond_init(&pool.changed, NULL);
    uint32_t n_started = 0;
    while (n_started < n_threads) {
        workers[n_started] = (Worker){.pool = &pool, .thread = n_started};
        if (pthread_create(&workers[n_started].id, NULL, worker_run, &workers[n_started])) break;
        n_started++;
    }
    if (n_started) take_all(&pool);
    for (uint32_t i = 0; i < n_started; i++)
        pthread_join(workers[i].id, NULL);
    pthread_cond_destroy(&pool.changed);
    pthread_mutex_destroy(&pool.lock);
    free(workers);
    free(pool.done);
    return n_started ? PARLEY_OK : PARLEY_NO_MEMORY;
}
