#include "prog.h"
#include "mask.h"

#include <getopt.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifndef KP2S_VERSION
#define KP2S_VERSION "0.0"
#endif
#ifndef KP2S_DATADIR
#define KP2S_DATADIR "/usr/local/share/kp2s"
#endif

static const char *program = "kp2s";
static enum level shown = LOG_INFO;
static struct timespec started;
static struct {
    const char *name, *argument;
} given[PROG_MAX_GIVEN];
static size_t givens;

enum { OPT_HELP = 1000, OPT_VERSION, OPT_VERBOSE, OPT_QUIET, OPT_FIRST };

static void print_option(char letter, const char *name, const char *argument, const char *help)
{
    char left[64];
    if (letter)
        snprintf(left, sizeof left, "-%c, --%s%s%s", letter, name, argument ? " " : "",
                 argument ? argument : "");
    else
        snprintf(left, sizeof left, "    --%s%s%s", name, argument ? " " : "", argument ? argument : "");
    printf("  %-30s %s\n", left, help);
}

static void print_help(const struct prog *p)
{
    printf("Usage: %s %s\n\n%s\n\nOptions:\n", p->name, p->synopsis, p->about);
    for (const struct option_spec *o = p->options; o->name; o++)
        print_option(o->letter, o->name, o->argument, o->help);
    print_option('v', "verbose", NULL, "tell more on standard error");
    print_option('q', "quiet", NULL, "tell only of warnings and errors");
    print_option(0, "help", NULL, "show this and end");
    print_option(0, "version", NULL, "show the version and end");
    printf("\nExit status:\n");
    for (const struct err_status *s = err_statuses; s->text; s++)
        printf("  %3d  %s\n", s->status, s->text);
    if (p->examples)
        printf("\nExamples:\n%s\n", p->examples);
    if (p->more_help)
        p->more_help();
}

static int usage(const struct prog *p, const char *what)
{
    if (what)
        fprintf(stderr, "%s: error: %s\n", p->name, what);
    fprintf(stderr, "usage: %s %s\nhint: %s --help tells more\n", p->name, p->synopsis, p->name);
    return ST_USAGE;
}

/* Fills the getopt tables from the program's own and the common options. */
static void tables(const struct prog *p, struct option *longs, char *shorts)
{
    size_t n = 0, s = 0;
    for (const struct option_spec *o = p->options; o->name; o++, n++) {
        if (n >= 40)
            BUG("too many options");
        longs[n] =
            (struct option){o->name, o->argument ? required_argument : no_argument, NULL, OPT_FIRST + (int)n};
        if (o->letter) {
            shorts[s++] = o->letter;
            if (o->argument)
                shorts[s++] = ':';
        }
    }
    longs[n++] = (struct option){"verbose", no_argument, NULL, OPT_VERBOSE};
    longs[n++] = (struct option){"quiet", no_argument, NULL, OPT_QUIET};
    longs[n++] = (struct option){"help", no_argument, NULL, OPT_HELP};
    longs[n++] = (struct option){"version", no_argument, NULL, OPT_VERSION};
    longs[n] = (struct option){0};
    shorts[s++] = 'v';
    shorts[s++] = 'q';
    shorts[s] = '\0';
}

static const struct option_spec *find(const struct prog *p, int c)
{
    if (c >= OPT_FIRST)
        return &p->options[c - OPT_FIRST];
    for (const struct option_spec *o = p->options; o->name; o++)
        if (o->letter == c)
            return o;
    BUG("an option without a specification");
}

static bool remember(const char *name)
{
    if (givens == PROG_MAX_GIVEN)
        return false;
    given[givens].name = name;
    given[givens++].argument = optarg;
    return true;
}

const char *prog_given(const char *name, size_t nth)
{
    for (size_t i = 0; i < givens; i++)
        if (strcmp(given[i].name, name) == 0 && nth-- == 0)
            return given[i].argument;
    return NULL;
}

bool prog_begin(const struct prog *p, int argc, char **argv, char ***operands, int *n, int *status)
{
    struct option longs[48];
    char shorts[128];
    clock_gettime(CLOCK_MONOTONIC, &started);
    program = p->name;
    argv[0] = (char *)(uintptr_t)p->name; /* getopt's own messages */
    tables(p, longs, shorts);
    int c;
    while ((c = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
        switch (c) {
        case OPT_HELP:
            print_help(p);
            *status = fflush(stdout) == 0 ? ST_DONE : ST_IO;
            return false;
        case OPT_VERSION:
            printf("%s %s\n", p->name, KP2S_VERSION);
            *status = fflush(stdout) == 0 ? ST_DONE : ST_IO;
            return false;
        case 'v':
        case OPT_VERBOSE:
            shown = LOG_DEBUG;
            break;
        case 'q':
        case OPT_QUIET:
            shown = LOG_WARN;
            break;
        case '?':
            *status = usage(p, NULL);
            return false;
        default: {
            const struct option_spec *o = find(p, c);
            if (o->value)
                *o->value = optarg;
            if (o->argument && !remember(o->name)) {
                *status = usage(p, "too many options");
                return false;
            }
            if (o->flag)
                *o->flag = true;
        }
        }
    }
    *operands = argv + optind;
    *n = argc - optind;
    if (*n < p->min_operands || (p->max_operands >= 0 && *n > p->max_operands)) {
        *status = usage(p, *n < p->min_operands ? "an operand is missing" : "too many operands");
        return false;
    }
    return true;
}

/* Text that may come from a file is shown without control characters (C0 and C1) and bytes that are no UTF-8,
 * so that a log line is one line and gives no orders to a terminal; numbers of persons are starred out. */
static void put_clean(FILE *f, const char *text)
{
    char shown_text[1000];
    size_t len = strnlen(text, sizeof shown_text);
    memcpy(shown_text, text, len);
    mask_text(shown_text, len);
    const unsigned char *p = (const unsigned char *)shown_text, *end = p + len;
    while (p < end) {
        int n = str_utf8_length(p, (size_t)(end - p));
        bool plain = n > 0 && *p >= 0x20 && *p != 0x7F && !(*p == 0xC2 && p[1] < 0xA0);
        for (const unsigned char *stop = p + (n > 0 ? n : 1); p < stop; p++)
            fprintf(f, plain ? "%c" : "\\x%02X", *p);
    }
}

void prog_print(FILE *f, const struct err *e)
{
    fprintf(f, "%s: error: ", program);
    put_clean(f, e->text);
    if (e->place[0]) {
        fputs(" (", f);
        put_clean(f, e->place);
        fputc(')', f);
    }
    fputc('\n', f);
    if (e->hint[0]) {
        fputs("hint: ", f);
        put_clean(f, e->hint);
        fputc('\n', f);
    }
}

int prog_end(const struct prog *p, const struct err *e)
{
    if (e->status == 0)
        return ST_DONE;
    program = p->name;
    prog_print(stderr, e);
    return e->status;
}

void prog_log(enum level level, const char *format, ...)
{
    static const char *const names[] = {"error", "warning", "info", "debug"};
    if (level > shown)
        return;
    char text[1000];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "%s: %s%s", program, level <= LOG_WARN ? names[level] : "",
                level <= LOG_WARN ? ": " : "");
    else
        fprintf(stderr, "program=%s level=%s message=", program, names[level]);
    put_clean(stderr, text);
    fputc('\n', stderr);
}

void prog_progress(const char *what, long done, long total)
{
    enum { WIDTH = 30 };
    if (!isatty(STDERR_FILENO) || shown < LOG_INFO || total <= 0)
        return;
    int full = (int)(done * WIDTH / total);
    fprintf(stderr, "\r\033[K[");
    for (int i = 0; i < WIDTH; i++)
        fputc(i < full ? '#' : '.', stderr);
    fprintf(stderr, "] %ld/%ld %.60s", done, total, what);
    if (done >= total)
        fputs("\r\033[K", stderr);
    fflush(stderr);
}

double prog_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - started.tv_sec) + (double)(now.tv_nsec - started.tv_nsec) / 1e9;
}

/* The folder in which this executable lies, without a slash at its end. */
static const char *own_folder(void)
{
    static char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
    if (n <= 0)
        return ".";
    path[n] = '\0';
    char *slash = strrchr(path, '/');
    if (slash)
        *slash = '\0';
    return path;
}

const char *prog_etc(const char *option)
{
    static char beside[PATH_MAX];
    const char *environment = getenv("KP2S_ETC");
    if (option)
        return option;
    if (environment && *environment)
        return environment;
    if (snprintf(beside, sizeof beside, "%s/../../etc/layouts", own_folder()) < (int)sizeof beside &&
        access(beside, R_OK) == 0) {
        beside[strlen(beside) - strlen("/layouts")] = '\0';
        return beside;
    }
    if (snprintf(beside, sizeof beside, "%s/../share/kp2s/layouts", own_folder()) < (int)sizeof beside &&
        access(beside, R_OK) == 0) {
        beside[strlen(beside) - strlen("/layouts")] = '\0';
        return beside;
    }
    return KP2S_DATADIR;
}

const char *prog_sister(const char *name)
{
    static char path[PATH_MAX];
    if (snprintf(path, sizeof path, "%s/%s", own_folder(), name) >= (int)sizeof path)
        BUG("path too long");
    return path;
}
