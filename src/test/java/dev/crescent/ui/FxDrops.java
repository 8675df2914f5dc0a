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
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// Files and texts dragged over a node as from another program.
public final class FxDrops {
    private FxDrops() {}

    /// Drags one file over a node, or drops it there.
    ///
    /// @param type [DragEvent#DRAG_OVER] or [DragEvent#DRAG_DROPPED]
    /// @return the event as its handlers left it
    public static DragEvent file(Node node, EventType<DragEvent> type, File file) {
        return fire(node, type, DataFormat.FILES, List.of(file));
    }

    /// Drags a text over a node, or drops it there.
    ///
    /// @param kind of text: plain, or an address
    /// @param type [DragEvent#DRAG_OVER] or [DragEvent#DRAG_DROPPED]
    /// @return the event as its handlers left it
    public static DragEvent text(Node node, EventType<DragEvent> type, DataFormat kind, String text) {
        return fire(node, type, kind, text);
    }

    private static DragEvent fire(Node node, EventType<DragEvent> type, DataFormat kind, Object content) {
        TKClipboard clipboard = (TKClipboard) Proxy.newProxyInstance(FxDrops.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class}, (proxy, method, arguments) ->
                        answer(method.getName(), arguments != null && arguments[0] == kind, content));
        Dragboard board = DragboardHelper.createDragboard(clipboard);
        DragEvent event = new DragEvent(type, board, 0, 0, 0, 0, TransferMode.COPY, null, node, null);
        Event.fireEvent(node, event);
        return event;
    }

    private static @Nullable Object answer(String method, boolean ofItsKind, Object content) {
        return switch (method) {
            case "getContent" -> ofItsKind ? content : null;
            case "hasContent" -> ofItsKind;
            case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
            default -> null;
        };
    }
}
