#include "console.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { PROGRESS_AFTER_MS = 1000, PROGRESS_EVERY_MS = 100, LEAST_WIDTH = 20, MOST_WIDTH = 1000 };

bool console_color(const Arguments *arguments)
{
    const char *when = arguments->value[OPTION_COLOR];
    if (when && strcmp(when, "auto") != 0) return strcmp(when, "always") == 0;
    const char *no_color = getenv("NO_COLOR");
    if (no_color && *no_color) return false;
    const char *term = getenv("TERM");
    if (!term || strcmp(term, "dumb") == 0) return false;
    return isatty(STDOUT_FILENO);
}

static unsigned clamp_width(long width)
{
    if (width < LEAST_WIDTH) return LEAST_WIDTH;
    return width > MOST_WIDTH ? MOST_WIDTH : (unsigned)width;
}

unsigned console_width(const Arguments *arguments)
{
    const char *given = arguments->value[OPTION_WIDTH];
    if (given) return clamp_width(strtol(given, NULL, 10));
    struct winsize size;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return clamp_width(size.ws_col);
    const char *columns = getenv("COLUMNS");
    long width = columns ? strtol(columns, NULL, 10) : 0;
    return width > 0 ? clamp_width(width) : 0;
}

static bool write_out(void *context, const char *bytes, size_t len)
{
    (void)context;
    return fwrite(bytes, 1, len, stdout) == len;
}

ParleySink console_sink(void)
{
    return (ParleySink){.write = write_out};
}

/* A path may hold anything; a terminal must not obey it. C1 controls are U+0080 to U+009F. */
static void put_safely(const char *line)
{
    for (const unsigned char *c = (const unsigned char *)line; *c; c++) {
        bool is_c1 = *c == 0xc2 && c[1] >= 0x80 && c[1] <= 0x9f;
        if (is_c1) c++;
        fputc(*c < ' ' || *c == 0x7f || is_c1 ? '?' : *c, stderr);
    }
}

int console_error(const char *line)
{
    fputs("parley: ", stderr);
    put_safely(line);
    fputc('\n', stderr);
    return EXIT_FAILED;
}

int console_usage(const char *command, const char *line)
{
    fputs("parley: ", stderr);
    if (command) fprintf(stderr, "%s: ", command);
    put_safely(line);
    if (!strchr(line, ';'))
        fprintf(stderr, "; see parley help%s%s", command ? " " : "", command ? command : "");
    fputc('\n', stderr);
    return EXIT_USAGE;
}

int console_finish(int code)
{
    if (fflush(stdout) == 0 && !ferror(stdout)) return code;
    char line[256];
    snprintf(line, sizeof line, "standard output: %s; what was printed is not all",
             strerror(errno ? errno : EIO));
    return console_error(line);
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_start(Progress *progress, bool quiet)
{
    *progress = (Progress){.wanted = !quiet && isatty(STDERR_FILENO), .start_ms = now_ms()};
}

void progress_show(Progress *progress, size_t n_done, size_t n_total)
{
    if (!progress->wanted) return;
    int64_t now = now_ms();
    if (now - progress->start_ms < PROGRESS_AFTER_MS) return;
    if (now - progress->shown_ms < PROGRESS_EVERY_MS) return;
    progress->shown_ms = now;
    progress->visible = true;
    size_t percent = n_total ? n_done * 100 / n_total : 0;
    fprintf(stderr, "\r%zu of %zu reports, %zu %%\033[K", n_done, n_total, percent);
    fflush(stderr);
}

void progress_hide(Progress *progress)
{
    if (!progress->visible) return;
    fputs("\r\033[K", stderr);
    progress->visible = false;
}
