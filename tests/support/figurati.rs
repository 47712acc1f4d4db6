//! Images and PDFs as plans have them.

/// A drawing.
pub const TORRE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 90\">\
    <path d=\"M10 90V20h8v8h8v-8h8v8h8v-8h8v70z\" fill=\"#33506b\"/></svg>\n";

/// A PDF of one page.
pub const UNA: &str = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// A plan of one text, beside the drawing and the PDF that it may name.
pub fn plan(text: &str) -> piao::Plan {
    piao::Plan::from_texts(&[
        ("piao.toml", text),
        ("immagini/torre.svg", TORRE),
        ("allegati/una.pdf", UNA),
    ])
}

/// A photograph of so many points, in shades of grey.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("memory");
    let row = |y: u32| (0..width).map(move |x| u8::try_from((x + y) % 256).expect("a byte"));
    let points: Vec<u8> = (0..height).flat_map(row).collect();
    writer.write_image_data(&points).expect("memory");
    writer.finish().expect("memory");
    bytes
}
