package io.dragoman.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.Logger;

/**
 * The handlers that a logger's records come to. Each writes a record out as soon as it has it, which is a call of the system
 * for each line; while many are given to them, they hold them together.
 */
final class HeldHandlers {

    private final List<ExtHandler> prompt;

    private HeldHandlers(List<ExtHandler> prompt) {
        this.prompt = prompt;
    }

    static HeldHandlers of(Logger logger) {
        List<ExtHandler> prompt = new ArrayList<>();
        for (Logger asked = logger; asked != null; asked = asked.getUseParentHandlers() ? asked.getParent() : null) {
            add(asked.getHandlers(), prompt);
        }
        return new HeldHandlers(prompt);
    }

    /** Has what an action logs written out when it ends; what others log in the meantime waits as long. */
    void together(Runnable logging) {
        prompt.forEach(handler -> handler.setAutoFlush(false));
        try {
            logging.run();
        } finally {
            prompt.forEach(handler -> {
                handler.setAutoFlush(true);
                handler.flush();
            });
        }
    }

    private static void add(Handler[] handlers, List<ExtHandler> prompt) {
        for (Handler handler : handlers) {
            if (handler instanceof ExtHandler extended) {
                if (extended.isAutoFlush()) {
                    prompt.add(extended);
                }
                add(extended.getHandlers(), prompt);
            }
        }
    }
}
