/* race - times commands in turn, A B C A B C …, so that a slow minute of the machine hits them all.
 *
 * In: lines NAME, tab, anything, tab, COMMAND for sh; the argument is the number of rounds. Out: for each
 * line NAME, the second field, seconds of the best round from start to end of the command, its seconds of
 * processor, seconds of the worst round, peak memory in KiB; tabs between, "-" for a command that failed,
 * which is not tried again. Standard output of the commands is dropped.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 64 };

struct entry {
    char *name, *note, *command;
    double best, processor, worst;
    long peak; /* KiB */
    bool failed;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static void run(struct entry *e, bool first)
{
    struct rusage usage;
    int status;
    double begin = now();
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_WRONLY);
        dup2(null, STDOUT_FILENO);
        execl("/bin/sh", "sh", "-c", e->command, (char *)NULL);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        fprintf(stderr, "race: '%s' failed\n", e->name);
        e->failed = true;
        return;
    }
    double took = now() - begin;
    if (first || took < e->best) {
        e->best = took;
        e->processor = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    }
    e->worst = took > e->worst ? took : e->worst;
    e->peak = usage.ru_maxrss > e->peak ? usage.ru_maxrss : e->peak;
}

static size_t read_entries(struct entry *entry)
{
    size_t n = 0, size = 0;
    ssize_t len;
    for (char *line = NULL; n < MOST && (len = getline(&line, &size, stdin)) > 0; line = NULL, size = 0) {
        char *rest = line;
        line[strcspn(line, "\n")] = '\0';
        entry[n] = (struct entry){.name = strsep(&rest, "\t"), .note = strsep(&rest, "\t"), .command = rest};
        if (!entry[n].command)
            return 0;
        n++;
    }
    return n;
}

int main(int argc, char **argv)
{
    static struct entry entry[MOST];
    int rounds = argc == 2 ? atoi(argv[1]) : 0;
    size_t n = rounds > 0 ? read_entries(entry) : 0;
    if (n == 0) {
        fprintf(stderr, "usage: race ROUNDS <LINES (name, note, command; tabs between)\n");
        return 2;
    }
    for (int round = 0; round < rounds; round++)
        for (size_t i = 0; i < n; i++)
            if (!entry[i].failed)
                run(&entry[i], round == 0);
    for (size_t i = 0; i < n; i++) {
        const struct entry *e = &entry[i];
        if (e->failed)
            printf("%s\t%s\t-\t-\t-\t-\n", e->name, e->note);
        else
            printf("%s\t%s\t%.4f\t%.4f\t%.4f\t%ld\n", e->name, e->note, e->best, e->processor, e->worst,
                   e->peak);
    }
    return 0;
}
