package org.fleetdesk.ui.topology;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.topology.Topology;
import org.fleetdesk.core.topology.Topology.Box;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.topology.Placement.Place;

/**
 * A drawing that is moved by dragging and scrolling, made larger and smaller by the wheel with Ctrl and by keys, and walked
 * through by arrows. Belongs to the UI thread.
 */
public final class TopologyCanvas {
	private static final double STEP = 1.2;
	private static final double LARGEST = 3;
	private static final double SMALLEST = 0.05;
	private static final double NOTCH = 20; // points for a line of the wheel
	private static final int TREMBLE = 4;

	/** What the view does when something is asked for here. */
	interface Owner {
		/** Opens the selected object. */
		void open();

		/** Shows what the selected workload owns, or no more. */
		void turn();
	}

	private final Canvas canvas;
	private final Owner owner;
	private final Supplier<Palette> palette;
	private Topology topology = Topology.NOTHING;
	private Placement placement = Placement.NOTHING;
	private Optional<Id> selected = Optional.empty();
	private String message = "";
	private double scale = 1;
	private double left; // of the drawing, on the canvas
	private double top;
	private boolean fitting = true; // until somebody moves it
	private Optional<Point> pressed = Optional.empty(); // where the mouse was when it was last seen to, pressed
	private boolean dragging; // further than a hand trembles

	/** An empty canvas below a parent. */
	TopologyCanvas(Composite parent, Supplier<Palette> palette, Owner owner) {
		this.owner = Objects.requireNonNull(owner);
		this.palette = Objects.requireNonNull(palette);
		canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		canvas.addListener(SWT.Paint, event -> paint(event.gc));
		canvas.addListener(SWT.Resize, event -> {
			if (fitting) {
				fit();
			}
		});
		canvas.addListener(SWT.MouseDown, this::down);
		canvas.addListener(SWT.MouseUp, event -> pressed = Optional.empty());
		canvas.addListener(SWT.MouseMove, this::moved);
		canvas.addListener(SWT.MouseDoubleClick, event -> {
			pressed = Optional.empty();
			selected.ifPresent(id -> owner.open());
		});
		canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
		canvas.addListener(SWT.MouseHorizontalWheel, event -> move(event.count * NOTCH, 0));
		canvas.addListener(SWT.KeyDown, this::key);
		canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN
				&& event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
		canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
		canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = box().map(BoxText::tip).orElse(message);
			}
		});
	}

	/** The control. */
	public Control control() {
		return canvas;
	}

	/** Draws something else; what is selected, or else what is in the middle, stays where it is. */
	void show(Topology other, Placement places) {
		Optional<Id> anchor = selected.filter(placement.places()::containsKey)
				.or(() -> placement.at(toX(canvas.getSize().x / 2.0), toY(canvas.getSize().y / 2.0)))
				.filter(places.places()::containsKey);
		anchor.ifPresent(id -> {
			Place before = placement.places().get(id);
			Place after = places.places().get(id);
			left += (before.x() - after.x()) * scale;
			top += (before.y() - after.y()) * scale;
		});
		topology = other;
		placement = places;
		if (selected.filter(id -> !places.places().containsKey(id)).isPresent()) {
			select(Optional.empty());
		}
		if (fitting) {
			fit();
		}
		canvas.redraw();
	}

	/** What is said in the middle while nothing is drawn. */
	void message(String text) {
		if (!message.equals(text)) {
			message = text;
			canvas.redraw();
		}
	}

	/** The selected object. */
	public Optional<Box> box() {
		return selected.flatMap(id -> topology.boxes().stream().filter(box -> box.id().equals(id)).findFirst());
	}

	/** Selects an object and brings it into sight, or none. */
	public void select(Optional<Id> id) {
		selected = id.filter(placement.places()::containsKey);
		selected.ifPresent(this::reveal);
		canvas.getAccessible().setFocus(ACC.CHILDID_SELF);
		canvas.redraw();
	}

	private void reveal(Id id) {
		Place place = placement.places().get(id);
		Point size = canvas.getSize();
		double x = left + place.x() * scale;
		double y = top + place.y() * scale;
		left += Math.max(0, -x) - Math.max(0, x + place.width() * scale - size.x);
		top += Math.max(0, -y) - Math.max(0, y + place.height() * scale - size.y + legend().height);
	}

	/** As large as all of it can be seen, and at most as it is. */
	public void fit() {
		Point size = canvas.getSize();
		if (placement.width() > 0 && size.x > 0 && size.y > 0) {
			double high = size.y - legend().height;
			scale = Math.clamp(Math.min(size.x / placement.width(), high / placement.height()), SMALLEST, 1);
			left = Math.max(0, (size.x - placement.width() * scale) / 2);
			top = Math.max(0, (high - placement.height() * scale) / 2);
			fitting = true;
			canvas.redraw();
		}
	}

	/** Where the legend is on the canvas. */
	public Rectangle legend() {
		GC gc = new GC(canvas);
		try {
			return Legend.bounds(gc, canvas.getClientArea());
		} finally {
			gc.dispose();
		}
	}

	/** Something else is drawn from now on: all of it is to be seen. */
	void fitAgain() {
		fitting = true;
		selected = Optional.empty();
	}

	/** As large as it is. */
	void actual() {
		zoom(1 / scale);
	}

	/** Larger. */
	void larger() {
		zoom(STEP);
	}

	/** Smaller. */
	void smaller() {
		zoom(1 / STEP);
	}

	private void zoom(double factor) {
		zoom(factor, canvas.getSize().x / 2.0, canvas.getSize().y / 2.0);
	}

	/** Larger or smaller, and what is at a point of the canvas stays there. */
	private void zoom(double factor, double x, double y) {
		double other = Math.clamp(scale * factor, SMALLEST, LARGEST);
		left = x - (x - left) * other / scale;
		top = y - (y - top) * other / scale;
		scale = other;
		fitting = false;
		canvas.redraw();
	}

	private void move(double x, double y) {
		left += x;
		top += y;
		fitting = false;
		canvas.redraw();
	}

	private double toX(double x) {
		return (x - left) / scale;
	}

	private double toY(double y) {
		return (y - top) / scale;
	}

	private void down(Event event) {
		canvas.setFocus();
		Optional<Id> hit = placement.at(toX(event.x), toY(event.y));
		if (event.button != 3) {
			pressed = Optional.of(new Point(event.x, event.y));
			dragging = false;
		}
		if (!hit.equals(selected)) {
			selected = hit;
			canvas.redraw();
		}
	}

	private void moved(Event event) {
		pressed.ifPresent(from -> {
			int x = event.x - from.x;
			int y = event.y - from.y;
			dragging |= Math.abs(x) + Math.abs(y) > TREMBLE;
			if (dragging) {
				move(x, y);
				pressed = Optional.of(new Point(event.x, event.y));
			}
		});
		String tip = placement.at(toX(event.x), toY(event.y)).flatMap(id -> topology.boxes().stream()
				.filter(box -> box.id().equals(id)).findFirst()).map(BoxText::tip).orElse(null);
		if (!Objects.equals(tip, canvas.getToolTipText())) {
			canvas.setToolTipText(tip);
		}
	}

	private void wheel(Event event) {
		if ((event.stateMask & SWT.MOD1) != 0) {
			zoom(event.count > 0 ? STEP : 1 / STEP, event.x, event.y);
		} else if ((event.stateMask & SWT.SHIFT) != 0) {
			move(event.count * NOTCH, 0);
		} else {
			move(0, event.count * NOTCH);
		}
		event.doit = false;
	}

	private void key(Event event) {
		if (event.character == SWT.CR) {
			selected.ifPresent(id -> owner.open());
		} else if (event.character == ' ') {
			selected.ifPresent(id -> owner.turn());
		} else if (event.character == '+' || event.character == '=' || event.keyCode == SWT.KEYPAD_ADD) {
			larger();
		} else if (event.character == '-' || event.keyCode == SWT.KEYPAD_SUBTRACT) {
			smaller();
		} else if (event.character == '0' || event.keyCode == SWT.KEYPAD_0) {
			actual();
		} else if (event.keyCode == SWT.HOME) {
			fit();
		} else if (event.keyCode == SWT.ARROW_LEFT || event.keyCode == SWT.ARROW_RIGHT
				|| event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN) {
			select(new Walk(topology, placement).next(selected, event.keyCode));
		}
	}

	private void paint(GC gc) {
		Palette colors = palette.get();
		Rectangle area = canvas.getClientArea();
		gc.setBackground(colors.paper());
		gc.fillRectangle(area);
		if (topology.boxes().isEmpty()) {
			gc.setForeground(colors.faint());
			Point size = gc.textExtent(message);
			gc.drawText(message, Math.max(8, (area.width - size.x) / 2), Math.max(8, (area.height - size.y) / 2));
			return;
		}
		Transform transform = new Transform(gc.getDevice());
		try {
			transform.translate((float) left, (float) top);
			transform.scale((float) scale, (float) scale);
			gc.setTransform(transform);
			new TopologyPainter(topology, placement, colors, selected).paint(new GcSketch(gc, colors),
					new Place(toX(0), toY(0), area.width / scale, area.height / scale));
			gc.setTransform(null);
		} finally {
			transform.dispose();
		}
		Legend.paint(gc, colors, area);
	}

	/** How large it is drawn, for tests. */
	public double scale() {
		return scale;
	}

	/** Where an object is on the canvas, for tests. */
	public Optional<Rectangle> bounds(Id id) {
		return Optional.ofNullable(placement.places().get(id)).map(place -> new Rectangle(
				(int) (left + place.x() * scale), (int) (top + place.y() * scale), (int) (place.width() * scale),
				(int) (place.height() * scale)));
	}
}
