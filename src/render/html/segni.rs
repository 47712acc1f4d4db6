//! Marks of a drawing that are drawn alike become one path: a calendar has hundreds of ticks.

use minijinja::{Error, Value, context};

use super::percorso::{self, Linea, Penna};

/// Lines drawn alike, in the order of the first.
struct Lines {
    style: Value,
    lines: Vec<Linea>,
}

/// Shapes drawn alike, one after the other.
struct Shapes {
    style: Value,
    penna: Penna,
}

/// What has been read and not yet written.
#[derive(Default)]
struct Open {
    lines: Vec<Lines>,
    texts: Vec<Value>,
    shapes: Option<Shapes>,
}

/// The marks of a drawing, its lines and its shapes united. Between two marks of another kind, lines
/// come before texts: neither covers the other.
pub(super) fn unite(marks: &[Value]) -> Result<Vec<Value>, Error> {
    let mut out = Vec::with_capacity(marks.len());
    let mut open = Open::default();
    for mark in marks {
        let kind = mark.get_attr("tipo")?;
        let corners = match kind.as_str() {
            Some("rettangolo") => Some(rectangle(mark)?),
            Some("poligono") => Some(polygon(mark)?),
            _ => None,
        };
        match (kind.as_str(), corners) {
            (_, Some(corners)) => {
                open.write_lines(&mut out);
                open.shape(mark, &corners, &mut out)?;
            }
            (Some("linea"), None) => {
                open.write_shapes(&mut out);
                open.line(mark)?;
            }
            (Some("scritta"), None) => {
                open.write_shapes(&mut out);
                open.texts.push(mark.clone());
            }
            _ => {
                open.write(&mut out);
                out.push(mark.clone());
            }
        }
    }
    open.write(&mut out);
    Ok(out)
}

impl Open {
    fn line(&mut self, line: &Value) -> Result<(), Error> {
        let style = style(line, &["tinta", "spessore", "spezzata"])?;
        let mut ends = Linea::default();
        for (end, name) in ends.iter_mut().zip(["x1", "y1", "x2", "y2"]) {
            *end = number(line, name)?;
        }
        match self.lines.iter_mut().find(|own| own.style == style) {
            Some(own) => own.lines.push(ends),
            None => self.lines.push(Lines { style, lines: vec![ends] }),
        }
        Ok(())
    }

    fn shape(
        &mut self,
        mark: &Value,
        corners: &[[i64; 2]],
        out: &mut Vec<Value>,
    ) -> Result<(), Error> {
        let style = style(mark, &["tinta", "stile"])?;
        if self.shapes.as_ref().is_some_and(|own| own.style != style) {
            self.write_shapes(out);
        }
        let own = self.shapes.get_or_insert_with(|| Shapes { style, penna: Penna::default() });
        own.penna.close(corners);
        Ok(())
    }

    fn write(&mut self, out: &mut Vec<Value>) {
        self.write_shapes(out);
        self.write_lines(out);
    }

    fn write_shapes(&mut self, out: &mut Vec<Value>) {
        out.extend(self.shapes.take().map(|Shapes { style, penna }| {
            context! {
                tipo => "forme",
                tinta => at(&style, 0),
                stile => at(&style, 1),
                percorso => penna.end(),
            }
        }));
    }

    fn write_lines(&mut self, out: &mut Vec<Value>) {
        for Lines { style, mut lines } in self.lines.drain(..) {
            let thick = at(&style, 1).as_i64().unwrap_or(1);
            let is_dashed = at(&style, 2).is_true();
            let path = |lines: &[Linea], tratti: String| {
                context! {
                    tipo => "linee",
                    tinta => at(&style, 0),
                    spessore => thick,
                    tratti => tratti,
                    percorso => percorso::of(lines),
                }
            };
            if !is_dashed {
                let columns = percorso::columns(&mut lines);
                out.extend(columns.into_iter().map(|own| path(&own.lines, own.tratti)));
            }
            if !lines.is_empty() {
                let dashes =
                    if is_dashed { format!("{} {}", thick * 3, thick * 2) } else { String::new() };
                out.push(path(&lines, dashes));
            }
        }
        out.append(&mut self.texts);
    }
}

/// What two marks have to share to be drawn as one.
fn style(mark: &Value, names: &[&str]) -> Result<Value, Error> {
    names.iter().map(|name| mark.get_attr(name)).collect::<Result<Vec<_>, _>>().map(Value::from)
}

fn at(style: &Value, index: usize) -> Value {
    style.get_item_by_index(index).unwrap_or_default()
}

fn number(mark: &Value, name: &str) -> Result<i64, Error> {
    i64::try_from(mark.get_attr(name)?)
}

fn rectangle(mark: &Value) -> Result<Vec<[i64; 2]>, Error> {
    let (x, y) = (number(mark, "x")?, number(mark, "y")?);
    let (right, bottom) = (x + number(mark, "larghezza")?, y + number(mark, "altezza")?);
    Ok(vec![[x, y], [right, y], [right, bottom], [x, bottom]])
}

fn polygon(mark: &Value) -> Result<Vec<[i64; 2]>, Error> {
    let corner = |corner: Value| {
        let at = |index: usize| i64::try_from(corner.get_item_by_index(index)?);
        Ok([at(0)?, at(1)?])
    };
    mark.get_attr("punti")?.try_iter()?.map(corner).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(x1: i32, y1: i32, x2: i32, y2: i32, spessore: i32) -> Value {
        context! { tipo => "linea", tinta => 0, spessore, spezzata => false, x1, y1, x2, y2 }
    }

    fn square(x: i32, tinta: i32) -> Value {
        context! { tipo => "rettangolo", tinta, stile => "pieno", x, y => 5, larghezza => 3, altezza => 4 }
    }

    fn paths(marks: &[Value]) -> Vec<String> {
        let united = unite(marks).expect("marks");
        let told = |mark: &Value| mark.get_attr("percorso").expect("a mark").to_string();
        united.iter().map(told).collect()
    }

    #[test]
    fn lines_drawn_alike_are_one_path_up_to_the_next_shape() {
        let text = context! { tipo => "scritta", testo => "gen" };
        let shape = context! { tipo => "disco" };
        let marks = [
            line(0, 0, 0, 9, 1),
            text.clone(),
            line(5, 0, 8, 0, 1),
            line(1, 2, 3, 4, 2),
            shape.clone(),
            line(0, 0, 0, 9, 1),
        ];
        assert_eq!(paths(&marks), ["M0 0v9M5 0h3", "M1 2l2 2", "", "", "M0 0v9"]);
        let united = unite(&marks).expect("marks");
        assert_eq!((&united[2], &united[3]), (&text, &shape));
    }

    #[test]
    fn ticks_at_the_same_heights_are_columns_with_dashes() {
        let tick = |x, y| line(x, y, x, y + 4, 1);
        let marks = [tick(0, 0), tick(9, 0), line(0, 7, 9, 7, 1), tick(0, 10), tick(9, 10)];
        assert_eq!(paths(&marks), ["M0 0v14M9 0v14", "M0 7h9"]);
        let united = unite(&marks).expect("marks");
        assert_eq!(united[0].get_attr("tratti").expect("dashes").as_str(), Some("4 6 4"));
        assert_eq!(united[1].get_attr("tratti").expect("none").as_str(), Some(""));
    }

    #[test]
    fn shapes_drawn_alike_one_after_the_other_are_one_path() {
        let diamond = context! { tipo => "poligono", tinta => 1, stile => "pieno",
        punti => vec![[9, 0], [11, 2], [9, 4], [7, 2]] };
        let text = context! { tipo => "scritta", testo => "gen" };
        let marks = [square(0, 1), diamond, square(9, 2), text, square(0, 2)];
        let told = ["M0 5h3v4h-3zM9 0l2 2l-2 2l-2-2z", "M9 5h3v4h-3z", "", "M0 5h3v4h-3z"];
        assert_eq!(paths(&marks), told);
    }
}
