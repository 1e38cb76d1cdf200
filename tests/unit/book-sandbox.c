/* The sandbox holds: each attempt is made by a child that has entered it. */
#include "limit.h"
#include "sandbox.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

static char folder[] = "/tmp/kp2s-sandbox.XXXXXX";
static char input[64], other[64], result[64];

static void write_file(const char *path)
{
    FILE *f = fopen(path, "w");
    fputs("text", f);
    fclose(f);
}

static void begin(void)
{
    cr_assert_not_null(mkdtemp(folder));
    snprintf(input, sizeof input, "%s/input", folder);
    snprintf(other, sizeof other, "%s/other", folder);
    snprintf(result, sizeof result, "%s/result", folder);
    write_file(input);
    write_file(other);
}

static void end(void)
{
    unlink(input);
    unlink(other);
    unlink(result);
    rmdir(folder);
}

TestSuite(sandbox, .init = begin, .fini = end);

/* Exit status of a child that enters the sandbox and makes an attempt, which tells an errno, or 0. */
static int attempt(int (*what)(void))
{
    pid_t child = fork();
    if (child == 0) {
        struct err e = {0};
        struct out *out = out_open(result, &e);
        char *files[] = {input};
        sandbox_enter(files, 1, out, NULL);
        out_write(out, "kept", 4);
        int seen = what();
        sandbox_writing(NULL);
        _exit(out_commit(out, &e) ? seen : 255);
    }
    int status;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int told(long result_of_call)
{
    return result_of_call < 0 ? errno : 0;
}

static int open_socket(void)
{
    return told(socket(AF_INET, SOCK_STREAM, 0));
}

static int open_local_socket(void)
{
    return told(socket(AF_UNIX, SOCK_STREAM, 0));
}

static int run_program(void)
{
    return told(execl("/bin/true", "true", (char *)NULL));
}

static int start_process(void)
{
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    return told(child);
}

static int write_other(void)
{
    return told(open(other, O_WRONLY));
}

static int make_file(void)
{
    char path[80];
    snprintf(path, sizeof path, "%s.made", other);
    return told(open(path, O_WRONLY | O_CREAT, 0600));
}

static int truncate_other(void)
{
    return told(truncate(other, 0));
}

static int trace_parent(void)
{
    return told(syscall(SYS_ptrace, 16 /* PTRACE_ATTACH */, getppid(), 0, 0));
}

static int kill_parent(void)
{
    return told(syscall(SYS_kill, getppid(), 0));
}

static int more_memory_for_itself(void)
{
    return told(setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0}));
}

Test(sandbox, calls_that_fail)
{
    static int (*const attempts[])(void) = {
        open_socket, open_local_socket, run_program,  start_process, write_other,
        make_file,   truncate_other,    trace_parent, kill_parent,   more_memory_for_itself};
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts && !SANITIZED; i++)
        cr_assert_eq(attempt(attempts[i]), EPERM, "attempt %zu", i);
    struct stat st;
    cr_assert(stat(other, &st) == 0 && st.st_size == 4);
}

static int read_input(void)
{
    return told(open(input, O_RDONLY));
}

static void *add_one(void *number)
{
    ++*(int *)number;
    return NULL;
}

static int use_thread(void)
{
    pthread_t thread;
    int number = 6;
    if (pthread_create(&thread, NULL, add_one, &number) != 0 || pthread_join(thread, NULL) != 0)
        return 1;
    return number == 7 ? 0 : 2;
}

static int look_for_secret(void)
{
    return getenv("KP2S_KEY") || getenv("PGPASSWORD") || !getenv("TZ");
}

static int search_memory_for_secret(void)
{
    char text[8192];
    int fd = open("/proc/self/environ", O_RDONLY);
    ssize_t n = fd < 0 ? 0 : read(fd, text, sizeof text);
    return n > 0 && memmem(text, (size_t)n, "s3cret", 6) != NULL;
}

Test(sandbox, calls_that_must_go_on)
{
    setenv("KP2S_KEY", "s3cret", 1);
    setenv("PGPASSWORD", "s3cret", 1);
    setenv("TZ", "UTC", 1);
    static int (*const attempts[])(void) = {read_input, use_thread, look_for_secret,
                                            search_memory_for_secret};
    char text[5] = "";
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++)
        cr_assert_eq(attempt(attempts[i]), 0, "attempt %zu", i);
    FILE *f = fopen(result, "r"); /* the output was committed from within */
    cr_assert(f && fgets(text, sizeof text, f));
    cr_assert_str_eq(text, "kept");
    fclose(f);
}

static int read_other(void)
{
    return told(open(other, O_RDONLY));
}

static int remove_elsewhere(void)
{
    return told(rmdir("/tmp"));
}

static int read_passwords(void)
{
    return told(open("/etc/passwd", O_RDONLY));
}

static int list_folder(void)
{
    return told(open(folder, O_RDONLY | O_DIRECTORY));
}

Test(sandbox, files_that_are_not_its_own)
{
    if (syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) < 1 || SANITIZED)
        cr_skip_test("no Landlock here");
    cr_assert_eq(attempt(read_other), EACCES);
    cr_assert_eq(attempt(read_passwords), EACCES);
    cr_assert_eq(attempt(list_folder), EACCES);
    cr_assert_neq(attempt(remove_elsewhere), 0);
}

static int take_memory(void)
{
    for (size_t i = 0; i < 1024; i++)
        memset(mem_grow(NULL, 1024 * 1024), 1, 1024 * 1024);
    return 0;
}

static int take_time(void)
{
    for (volatile long i = 0;; i++)
        ;
    return 0;
}

Test(sandbox, memory_and_time_that_run_out)
{
    struct err e = {0};
    if (SANITIZED)
        cr_skip_test("a sanitizer needs the memory itself");
    cr_assert_eq(attempt(take_memory), 65);
    cr_assert(limit_set(STR("cpu=1"), &e));
    cr_assert_eq(attempt(take_time), 65);
    cr_assert_eq(access(result, F_OK), -1); /* nor is anything left of the output */
}
