/* Reads each hostile file of a folder by kp2s-sheet, kp2s-sheet --list and kp2s-extract, and compares with
 * the manifest
 *
 * Held for every run: it ends by itself with a status that is told, takes at most a second of processor time
 * and 64 MiB, and what it says has no control characters and no line that is not its own. Time is multiplied
 * by KP2S_HOSTILE_SLACK for slow machines. Under a sanitizer memory is not looked at, and time is tenfold.
 * usage: run FOLDER KP2S-SHEET KP2S-EXTRACT
 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

enum { LEAST_FILES = 200, MOST_KIB = 64 * 1024, MOST_MS = 1000, HANGS_AFTER = 60, KEPT = 64 * 1024 };

struct run {
    int status; /* -1: killed by a signal */
    long ms, kib;
    char out[KEPT], err[KEPT];
};

struct expected {
    char *name, *options, *text;
    int status;
};

static long most_ms;
static long slowest, largest;
static char slowest_name[400], largest_name[400];
static int wrong;

static void die(const char *what)
{
    perror(what);
    exit(1);
}

/* --- one run --- */

static void child(char **args, int out, int err)
{
    if (dup2(out, STDOUT_FILENO) < 0 || dup2(err, STDERR_FILENO) < 0)
        _exit(126);
    alarm(HANGS_AFTER);
    execv(args[0], args);
    _exit(127);
}

/* What comes is read to the end, its beginning is kept. */
static void read_all(int fd, char *text)
{
    char buffer[KEPT];
    size_t kept = 0;
    ssize_t n;
    while ((n = read(fd, buffer, sizeof buffer)) > 0) {
        size_t take = (size_t)n < KEPT - 1 - kept ? (size_t)n : KEPT - 1 - kept;
        memcpy(text + kept, buffer, take);
        kept += take;
    }
    text[kept] = '\0';
}

static void run(char **args, struct run *r)
{
    int out[2], err = open("messages", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600), status;
    struct rusage usage;
    if (err < 0 || pipe2(out, O_CLOEXEC) != 0)
        die("messages");
    pid_t pid = fork();
    if (pid < 0)
        die("fork");
    if (pid == 0)
        child(args, out[1], err);
    close(out[1]);
    read_all(out[0], r->out);
    if (wait4(pid, &status, 0, &usage) != pid || lseek(err, 0, SEEK_SET) != 0)
        die("wait4");
    read_all(err, r->err);
    close(out[0]);
    close(err);
    r->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    r->ms = (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
            (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
    r->kib = usage.ru_maxrss;
}

/* --- what it gave --- */

static void complain(const char *name, const char *program, const char *what, const struct run *r)
{
    wrong++;
    printf("%s: %s: %s; status %d, %ld ms, %ld KiB\n%s", name, program, what, r->status, r->ms, r->kib,
           r->err);
}

static bool is_clean(const char *messages)
{
    for (const unsigned char *p = (const unsigned char *)messages; *p; p++)
        if ((*p < 0x20 && *p != '\n') || *p == 0x7F || (*p == 0xC2 && p[1] >= 0x80 && p[1] < 0xA0))
            return false;
    return true;
}

static bool lines_are_its_own(const char *messages)
{
    for (const char *line = messages; *line; line = strchr(line, '\n') + 1) {
        if (strncmp(line, "kp2s-", 5) != 0 && strncmp(line, "hint: ", 6) != 0 &&
            strncmp(line, "program=kp2s-", 13) != 0)
            return false;
        if (!strchr(line, '\n'))
            return false;
    }
    return true;
}

static void check(const char *name, const char *program, const struct run *r)
{
    if (r->status != 0 && r->status != 65 && r->status != 2)
        complain(name, program, "a status that no file should cause", r);
    if (r->ms > most_ms)
        complain(name, program, "too slow", r);
    if (r->kib > MOST_KIB && !SANITIZED)
        complain(name, program, "too much memory", r);
    if (!is_clean(r->err))
        complain(name, program, "control characters in its messages", r);
    if (!lines_are_its_own(r->err))
        complain(name, program, "a line that is not its own", r);
    if (r->ms > slowest) {
        slowest = r->ms;
        snprintf(slowest_name, sizeof slowest_name, "%s: %s", program, name);
    }
    if (r->kib > largest) {
        largest = r->kib;
        snprintf(largest_name, sizeof largest_name, "%s: %s", program, name);
    }
}

static void compare(const struct expected *x, const struct run *r)
{
    if (r->status != x->status)
        complain(x->name, "kp2s-sheet", "another status", r);
    else if (x->status == 0 && strcmp(r->out, x->text) != 0)
        printf("%s: kp2s-sheet: other content, not '%s' but '%.200s'\n", x->name, x->text, r->out), wrong++;
    else if (x->status != 0 && !strstr(r->err, x->text))
        printf("%s: expected '%s'\n", x->name, x->text),
            complain(x->name, "kp2s-sheet", "another message", r);
}

/* --- the manifest --- */

static void unescape(char *text)
{
    char *to = text;
    for (char *p = text; *p; p++) {
        if (p[0] == '\\' && p[1] == 'x') {
            char digits[3] = {p[2], p[3], '\0'};
            *to++ = (char)strtoul(digits, NULL, 16);
            p += 3;
        } else {
            *to++ = *p;
        }
    }
    *to = '\0';
}

static bool read_line(FILE *f, char **line, size_t *room, struct expected *x)
{
    if (getline(line, room, f) < 0)
        return false;
    char *rest = *line;
    rest[strcspn(rest, "\n")] = '\0';
    x->name = strsep(&rest, "\t");
    x->options = strsep(&rest, "\t");
    const char *status = strsep(&rest, "\t");
    x->text = rest;
    if (!status || !x->text)
        die("manifest");
    x->status = atoi(status);
    unescape(x->name);
    unescape(x->text);
    return true;
}

static void try_file(const struct expected *x, char *sheet, char *extract)
{
    static struct run r;
    char *args[16] = {sheet, (char *)"-q"}, options[200];
    int n = 2;
    snprintf(options, sizeof options, "%s", x->options);
    for (char *word = strtok(options, " "); word; word = strtok(NULL, " "))
        args[n++] = word;
    args[n] = (char *)"--";
    args[n + 1] = x->name;
    run(args, &r);
    check(x->name, "kp2s-sheet", &r);
    compare(x, &r);
    run((char *[]){sheet, (char *)"-ql", (char *)"--", x->name, NULL}, &r);
    check(x->name, "kp2s-sheet --list", &r);
    run((char *[]){extract, (char *)"-q", (char *)"--", x->name, NULL}, &r);
    check(x->name, "kp2s-extract", &r);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fputs("usage: run FOLDER KP2S-SHEET KP2S-EXTRACT\n", stderr);
        return 2;
    }
    const char *slack = getenv("KP2S_HOSTILE_SLACK");
    most_ms = MOST_MS * (SANITIZED ? 10 : 1) * (slack ? atol(slack) : 1);
    FILE *manifest = chdir(argv[1]) == 0 ? fopen("manifest", "r") : NULL;
    if (!manifest)
        die(argv[1]);
    char *line = NULL;
    size_t room = 0;
    int files = 0;
    for (struct expected x; read_line(manifest, &line, &room, &x); files++)
        try_file(&x, argv[2], argv[3]);
    free(line);
    fclose(manifest);
    fprintf(stderr, "%d files, %d wrong; slowest %ld ms (%s), largest %ld KiB (%s)\n", files, wrong, slowest,
            slowest_name, largest, largest_name);
    if (files < LEAST_FILES)
        printf("only %d files\n", files);
    return wrong > 0 || files < LEAST_FILES;
}
