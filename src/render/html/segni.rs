//! Lines of a drawing that are drawn alike become one path: a calendar has hundreds of ticks.

use minijinja::{Error, Value, context};

/// Lines drawn alike, in the order of the first.
struct Path {
    style: Value,
    marks: String,
}

/// The marks of a drawing, its lines united. Between two marks of another kind, lines come before
/// texts: neither covers the other.
pub(super) fn unite(marks: &[Value]) -> Result<Vec<Value>, Error> {
    let mut out = Vec::with_capacity(marks.len());
    let mut paths: Vec<Path> = Vec::new();
    let mut texts = Vec::new();
    for mark in marks {
        match mark.get_attr("tipo")?.as_str() {
            Some("linea") => draw(&mut paths, mark)?,
            Some("scritta") => texts.push(mark.clone()),
            _ => {
                close(&mut out, &mut paths, &mut texts);
                out.push(mark.clone());
            }
        }
    }
    close(&mut out, &mut paths, &mut texts);
    Ok(out)
}

fn draw(paths: &mut Vec<Path>, line: &Value) -> Result<(), Error> {
    let at = |name| line.get_attr(name);
    let style = Value::from(vec![at("tinta")?, at("spessore")?, at("spezzata")?]);
    let (x1, y1, x2, y2) = (at("x1")?, at("y1")?, at("x2")?, at("y2")?);
    let end = if y1 == y2 {
        format!("H{x2}")
    } else if x1 == x2 {
        format!("V{y2}")
    } else {
        format!("L{x2} {y2}")
    };
    let marks = format!("M{x1} {y1}{end}");
    match paths.iter_mut().find(|path| path.style == style) {
        Some(path) => path.marks += &marks,
        None => paths.push(Path { style, marks }),
    }
    Ok(())
}

fn close(out: &mut Vec<Value>, paths: &mut Vec<Path>, texts: &mut Vec<Value>) {
    out.extend(paths.drain(..).map(|Path { style, marks }| {
        context! {
            tipo => "linee",
            tinta => style.get_item_by_index(0).unwrap_or_default(),
            spessore => style.get_item_by_index(1).unwrap_or_default(),
            spezzata => style.get_item_by_index(2).unwrap_or_default(),
            percorso => marks,
        }
    }));
    out.append(texts);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(x1: i32, y1: i32, x2: i32, y2: i32, spessore: i32) -> Value {
        context! { tipo => "linea", tinta => 0, spessore, spezzata => false, x1, y1, x2, y2 }
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
        let united = unite(&marks).expect("marks");
        let told: Vec<String> = united
            .iter()
            .map(|mark| mark.get_attr("percorso").expect("a mark").to_string())
            .collect();
        assert_eq!(told, ["M0 0V9M5 0H8", "M1 2L3 4", "", "", "M0 0V9"]);
        assert_eq!((&united[2], &united[3]), (&text, &shape));
    }
}
