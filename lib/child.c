#include "child.h"
#include "prog.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t start(const char *const *argv, int in, int out, int messages, struct err *e)
{
    pid_t pid = fork();
    if (pid < 0) {
        err_sys(e, "cannot start %s", argv[0]);
        return -1;
    }
    if (pid > 0)
        return pid;
    signal(SIGPIPE, SIG_DFL);
    if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 || dup2(messages, STDERR_FILENO) < 0)
        _exit(ST_IO);
    execv(prog_sister(argv[0]), (char *const *)(uintptr_t)argv);
    dprintf(STDERR_FILENO, "%s: error: cannot run it: %s\n", argv[0], strerror(errno));
    _exit(ST_CONFIG);
}

static FILE *scratch(void)
{
    FILE *f = tmpfile();
    if (!f)
        BUG("no temporary file");
    fcntl(fileno(f), F_SETFD, FD_CLOEXEC);
    return f;
}

bool pipeline_start(struct pipeline *p, struct err *e)
{
    int in = open("/dev/null", O_RDONLY | O_CLOEXEC);
    p->output = scratch();
    p->running = 0;
    for (int i = 0; i < p->stages; i++)
        p->messages[i] = scratch();
    for (int i = 0; i < p->stages; i++) {
        int ends[2] = {-1, fileno(p->output)};
        bool last = i + 1 == p->stages;
        if (!last && pipe2(ends, O_CLOEXEC) != 0)
            return err_sys(e, "cannot make a pipe");
        p->pid[i] = start(p->argv[i], in, ends[1], fileno(p->messages[i]), e);
        close(in);
        if (!last)
            close(ends[1]);
        in = ends[0];
        if (p->pid[i] < 0)
            return false;
        p->running++;
    }
    return true;
}

bool pipeline_ended(struct pipeline *p, pid_t pid, int wait_status)
{
    for (int i = 0; i < p->stages; i++) {
        if (p->pid[i] != pid)
            continue;
        p->status[i] = WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
        p->pid[i] = -1;
        return --p->running == 0;
    }
    return false;
}

bool pipeline_run(struct pipeline *p, struct err *e)
{
    if (!pipeline_start(p, e))
        return false;
    while (p->running > 0) {
        int status;
        pid_t pid = wait(&status);
        if (pid > 0)
            pipeline_ended(p, pid, status);
        else if (errno != EINTR)
            BUG("no child to wait for");
    }
    return true;
}

int pipeline_culprit(const struct pipeline *p)
{
    int first = -1;
    for (int i = 0; i < p->stages; i++) {
        if (p->status[i] == 0)
            continue;
        if (first < 0)
            first = i;
        /* killed by SIGPIPE, or EPIPE: the one after it ended early, and knows why */
        if (p->status[i] != 128 + SIGPIPE && p->status[i] != ST_IO)
            return i;
    }
    return first;
}

void pipeline_message(const struct pipeline *p, int stage, char *text, size_t size)
{
    char *line = NULL;
    size_t room = 0;
    text[0] = '\0';
    rewind(p->messages[stage]);
    while (getline(&line, &room, p->messages[stage]) > 0) {
        line[strcspn(line, "\n")] = '\0';
        size_t used = strlen(text);
        const char *logged = strstr(line, " level=error message=");
        if (used == 0 && logged)
            snprintf(text, size, "%s", strchr(logged, '=') + strlen("error message=") + 1);
        else if (used == 0 && strstr(line, ": error: "))
            snprintf(text, size, "%s", line);
        else if (strncmp(line, "hint: ", 6) == 0 && used > 0)
            snprintf(text + used, size - used, " (%s)", line);
    }
    free(line);
    if (!text[0])
        snprintf(text, size, "%s ended with status %d and no message", p->argv[stage][0], p->status[stage]);
}

/* Logs the lines of all stages that bear the mark. */
static void pass_on(const struct pipeline *p, struct str name, const char *mark, enum level level)
{
    char *line = NULL;
    size_t room = 0;
    for (int i = 0; i < p->stages; i++) {
        rewind(p->messages[i]);
        while (getline(&line, &room, p->messages[i]) > 0) {
            const char *at = strstr(line, mark);
            line[strcspn(line, "\n")] = '\0';
            if (at)
                prog_log(level, "%.*s: %s", STR_ARG(name), at + strlen(mark));
        }
    }
    free(line);
}

void pipeline_warnings(const struct pipeline *p, struct str name)
{
    pass_on(p, name, " level=warning message=", LOG_WARN);
}

void pipeline_summary(const struct pipeline *p, struct str name)
{
    pass_on(p, name, " level=info message=", LOG_INFO);
}

const char *pipeline_output(const struct pipeline *p, struct arena *a)
{
    return arena_printf(a, "/proc/self/fd/%d", fileno(p->output)).ptr;
}

void pipeline_close(struct pipeline *p)
{
    if (p->output)
        fclose(p->output);
    for (int i = 0; i < p->stages; i++) {
        if (p->messages[i])
            fclose(p->messages[i]);
        p->messages[i] = NULL;
    }
    p->output = NULL;
}
