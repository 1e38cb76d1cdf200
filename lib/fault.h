/* fault.h - moments at which a build for tests kills itself, to show that none of them is a bad one to die.
 *
 * make FAULTS=1: KP2S_FAULT=N kills the program (SIGKILL) at the Nth point that it passes,
 * KP2S_FAULT_LOG=FILE gets a line for each point passed. Every other build has nothing of this.
 * tests/torture.sh goes through the points.
 */
#ifndef KP2S_FAULT_H
#define KP2S_FAULT_H

#ifdef KP2S_FAULTS
/* when: "before", "after"; what: the statement. */
void fault_point(const char *when, const char *what);
#else
#define fault_point(when, what) ((void)0)
#endif

#endif
