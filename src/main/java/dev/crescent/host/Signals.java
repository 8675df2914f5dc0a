package dev.crescent.host;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The system's wishes that the program end, heard instead of obeyed by Java at once.
///
/// Java has signals in `sun.misc` alone; it is asked for by name, because the compiler warns of it and cannot be told not to.
public final class Signals implements AutoCloseable {
    /// What a program returns that a signal has ended, less the signal's number.
    public static final int ENDED = 128;

    private final List<Runnable> restoring = new ArrayList<>();
    private Optional<String> problem = Optional.empty();

    private Signals() {}

    /// A signal that ends programs.
    public enum Signal {
        /// Ctrl+C on a terminal.
        INT(2),
        /// The end of a session, or `kill`.
        TERM(15);

        private final int number;

        Signal(int number) {
            this.number = number;
        }

        /// What a program returns that this signal has ended.
        public int status() {
            return ENDED + number;
        }
    }

    /// Who hears a signal, on a thread of the system's that may end the program.
    public interface Listener {
        void heard(Signal signal);
    }

    /// Listens from now on. A signal that whoever started the program has it ignore stays ignored.
    public static Signals listen(Listener listener, Signal... signals) {
        Signals listening = new Signals();
        try {
            for (Signal signal : signals) {
                listening.listen(listener, signal);
            }
        } catch (ReflectiveOperationException e) {
            // A Java without them, or one that was told to leave them alone (-Xrs).
            listening.problem = Optional.of(String.valueOf(e instanceof InvocationTargetException ? e.getCause() : e));
        }
        return listening;
    }

    private void listen(Listener listener, Signal signal) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object of = type.getConstructor(String.class).newInstance(signal.name());
        Object hearing = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler},
                (self, method, arguments) -> switch (method.getName()) {
                    case "handle" -> {
                        listener.heard(signal);
                        yield null;
                    }
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> "Crescent hears " + signal;
                });
        Method handle = type.getMethod("handle", type, handler);
        Object before = handle.invoke(null, of, hearing);
        Runnable restore = () -> {
            try {
                handle.invoke(null, of, before);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("What Java does with " + signal + " cannot be restored.", e);
            }
        };
        if (handler.getField("SIG_IGN").get(null).equals(before)) {
            restore.run();
        } else {
            restoring.add(restore);
        }
    }

    /// Why signals are not heard; empty if they are.
    public Optional<String> problem() {
        return problem;
    }

    /// Java does again what it did before.
    @Override
    public void close() {
        restoring.forEach(Runnable::run);
        restoring.clear();
    }
}
