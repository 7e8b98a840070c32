//! Names on the map: each where it covers neither another name nor a sign, the most telling first.

/// Names of findings that a map carries at most.
pub const MOST: usize = 8;
/// Height of a letter, pixels.
const HEIGHT: f64 = 12.0;
/// Usual width of a letter, as a share of its height.
const WIDTH: f64 = 0.58;

/// A rectangle on the screen: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect(pub [f64; 4]);

impl Rect {
    /// The square around a point.
    pub fn around([x, y]: [f64; 2], reach: f64) -> Rect {
        Rect([x - reach, y - reach, x + reach, y + reach])
    }

    fn meets(&self, other: &Rect) -> bool {
        let ([a, b, c, d], [e, f, g, h]) = (self.0, other.0);
        a < g && e < c && b < h && f < d
    }

    fn within(&self, [width, height]: [f64; 2]) -> bool {
        let [left, top, right, bottom] = self.0;
        left >= 2.0 && top >= 2.0 && right <= width - 2.0 && bottom <= height - 2.0
    }
}

/// A name that wants a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// The name.
    pub text: String,
    /// Where what it names stands.
    pub at: [f64; 2],
    /// Room that its sign takes on each side; none where the name itself stands there, as on a region.
    pub clear: Option<f64>,
    /// Only for orientation: set smaller, and not counted among the [`MOST`].
    pub faint: bool,
    /// Which area or mark it belongs to, for the drawing.
    pub of: Option<usize>,
}

/// A name in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The name.
    pub text: String,
    /// Middle of the base line, pixels.
    pub at: [f64; 2],
    /// As wished.
    pub faint: bool,
    /// As wished.
    pub of: Option<usize>,
}

/// Places names in the order of the wishes; what finds no room is left out. Names keep clear of `taken`; a name that stands
/// there already is not written twice.
pub fn place(wishes: Vec<Wish>, taken: &[Rect], size: [f64; 2]) -> Vec<Label> {
    let mut used = taken.to_vec();
    let mut placed: Vec<Label> = Vec::new();
    for wish in wishes {
        let told = placed.iter().filter(|l| !l.faint).count();
        if wish.text.is_empty() || placed.iter().any(|l| l.text == wish.text) || (!wish.faint && told >= MOST) {
            continue;
        }
        let spot = spots(&wish).into_iter().find(|(_, rect)| rect.within(size) && !used.iter().any(|u| u.meets(rect)));
        if let Some((at, rect)) = spot {
            used.push(rect);
            placed.push(Label { text: wish.text, at, faint: wish.faint, of: wish.of });
        }
    }
    placed
}

/// Where a name may stand, best first, with the room that it takes.
fn spots(wish: &Wish) -> Vec<([f64; 2], Rect)> {
    let size = if wish.faint { 0.9 } else { 1.0 };
    let (width, height) = (wish.text.chars().count() as f64 * HEIGHT * WIDTH * size, HEIGHT * size);
    let [x, y] = wish.at;
    let (half, gap) = (width / 2.0, wish.clear.unwrap_or(0.0) + 3.0);
    let (side, slant) = (gap + half, gap * 0.7 + half);
    let offsets = match wish.clear {
        // Right, left, above, below, then the corners.
        Some(_) => vec![
            [side, 0.0],
            [-side, 0.0],
            [0.0, -gap - height / 2.0],
            [0.0, gap + height / 2.0],
            [slant, -gap * 0.7 - height / 2.0],
            [slant, gap * 0.7 + height / 2.0],
            [-slant, -gap * 0.7 - height / 2.0],
            [-slant, gap * 0.7 + height / 2.0],
        ],
        None => [0.0, -13.0, 13.0].into_iter().flat_map(|dy| [0.0, -18.0, 18.0].map(|dx| [dx, dy])).collect(),
    };
    let spot = |[dx, dy]: [f64; 2]| {
        let [cx, cy] = [x + dx, y + dy];
        let rect = Rect([cx - half - 2.0, cy - height / 2.0 - 1.0, cx + half + 2.0, cy + height / 2.0 + 1.0]);
        ([cx, cy + height * 0.34], rect)
    };
    offsets.into_iter().map(spot).collect()
}

/// A point well inside a ring (the best of a grid), for the name of a region; none where the ring is too thin.
pub fn inner_point(ring: &[[f64; 2]]) -> Option<[f64; 2]> {
    const GRID: usize = 11;
    let ends = |axis: usize| {
        ring.iter().map(|p| p[axis]).fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)))
    };
    let ((left, right), (top, bottom)) = (ends(0), ends(1));
    let cell = |i: usize, low: f64, high: f64| low + (high - low) * (i as f64 + 0.5) / GRID as f64;
    let points = (0..GRID * GRID).map(|i| [cell(i % GRID, left, right), cell(i / GRID, top, bottom)]);
    let inside = points.filter(|&p| contains(ring, p));
    inside.map(|p| (from_edge(ring, p), p)).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, p)| p)
}

fn contains(ring: &[[f64; 2]], [x, y]: [f64; 2]) -> bool {
    let mut inside = false;
    let Some(&last) = ring.last() else { return false };
    let mut a = last;
    for &b in ring {
        if (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] {
            inside = !inside;
        }
        a = b;
    }
    inside
}

/// Distance to the nearest corner or side; sideways room counts less, for names are wide.
fn from_edge(ring: &[[f64; 2]], [x, y]: [f64; 2]) -> f64 {
    const WIDE: f64 = 0.5;
    let distance = |w: &[[f64; 2]]| {
        let (a, b) = ([(w[0][0] - x) * WIDE, w[0][1] - y], [(w[1][0] - x) * WIDE, w[1][1] - y]);
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let length = dx * dx + dy * dy;
        let share = if length == 0.0 { 0.0 } else { (-(a[0] * dx + a[1] * dy) / length).clamp(0.0, 1.0) };
        (a[0] + dx * share).hypot(a[1] + dy * share)
    };
    ring.windows(2).map(distance).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: [f64; 2] = [400.0, 300.0];

    fn wish(text: &str, at: [f64; 2]) -> Wish {
        Wish { text: text.into(), at, clear: Some(6.0), faint: false, of: None }
    }

    fn rect(label: &Label) -> Rect {
        let half = label.text.chars().count() as f64 * HEIGHT * WIDTH / 2.0;
        Rect([label.at[0] - half, label.at[1] - HEIGHT * 0.8, label.at[0] + half, label.at[1]])
    }

    #[test]
    fn names_do_not_overlap_and_stay_inside() {
        let wishes =
            (0..30).map(|i| wish(&format!("Town number {i}"), [200.0 + f64::from(i % 6) * 9.0, 150.0 + f64::from(i) * 3.0]));
        let labels = place(wishes.collect(), &[], SIZE);
        assert!(labels.len() >= 3 && labels.len() <= MOST, "{}", labels.len());
        for (i, a) in labels.iter().enumerate() {
            assert!(rect(a).within(SIZE));
            assert!(labels[..i].iter().all(|b| !rect(a).meets(&rect(b))), "{a:?}");
        }
    }

    #[test]
    fn the_first_wish_is_served_first_and_no_name_stands_twice() {
        let labels =
            place(vec![wish("Odesa", [200.0, 100.0]), wish("Odesa", [200.0, 200.0]), wish("Izmail", [202.0, 101.0])], &[], SIZE);
        assert_eq!(labels.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["Odesa", "Izmail"]);
        assert!(labels[0].at[0] > 206.0, "to the right of its sign");
    }

    #[test]
    fn signs_and_the_frame_push_names_aside() {
        let right = Rect([206.0, 80.0, 300.0, 120.0]);
        let labels = place(vec![wish("Odesa", [200.0, 100.0])], &[right], SIZE);
        assert!(labels[0].at[0] < 194.0, "to the left");
        assert!(place(vec![wish("A name that is far too long for so small a map", [20.0, 20.0])], &[], [120.0, 80.0]).is_empty());
    }

    #[test]
    fn a_regions_name_stands_inside_it() {
        // A horseshoe, open to the right: its middle is outside.
        let ring = [
            [0.0, 0.0],
            [90.0, 0.0],
            [90.0, 30.0],
            [30.0, 30.0],
            [30.0, 60.0],
            [90.0, 60.0],
            [90.0, 90.0],
            [0.0, 90.0],
            [0.0, 0.0],
        ];
        let point = inner_point(&ring).unwrap();
        assert!(contains(&ring, point) && !contains(&ring, [60.0, 45.0]), "{point:?}");
    }
}
