package dev.crescent.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// Files dragged over a node as from another program.
public final class FxDrops {
    private FxDrops() {}

    /// Drags one file over a node, or drops it there.
    ///
    /// @param type [DragEvent#DRAG_OVER] or [DragEvent#DRAG_DROPPED]
    /// @return the event as its handlers left it
    public static DragEvent file(Node node, EventType<DragEvent> type, File file) {
        TKClipboard clipboard = (TKClipboard) Proxy.newProxyInstance(FxDrops.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class}, (proxy, method, arguments) -> answer(method.getName(), file));
        Dragboard board = DragboardHelper.createDragboard(clipboard);
        DragEvent event = new DragEvent(type, board, 0, 0, 0, 0, TransferMode.COPY, null, node, null);
        Event.fireEvent(node, event);
        return event;
    }

    private static @Nullable Object answer(String method, File file) {
        return switch (method) {
            case "getContent" -> List.of(file);
            case "hasContent" -> true;
            case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
            default -> null;
        };
    }
}
