//! Says in a PDF's description of itself (XMP) that the file enclosed in it is its invoice, as Factur-X wants it.
//!
//! The setter encloses the file but knows no metadata of its user's own (typst issue 5667), so that one object is added to the
//! finished document: an incremental update, which leaves every byte before it as it was. It is only ever done to PDFs of ours.

use super::PdfFault;
use super::world::XML;
use lopdf::{Document, IncrementalDocument, Object, Stream};
use roxmltree::Node;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const EXTENSION: &str = "http://www.aiim.org/pdfa/ns/extension/";
const FACTUR_X: &str = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

/// The properties: name, value, and what the standard's own schema says of them. PDF/A wants each one explained.
const PROPERTIES: [(&str, &str, &str); 4] = [
    ("DocumentType", "INVOICE", "The type of the hybrid document"),
    ("DocumentFileName", XML, "The name of the embedded XML document"),
    ("Version", "1.0", "The version of the standard that applies to the embedded XML document"),
    ("ConformanceLevel", "EN 16931", "The conformance level of the embedded XML document"),
];

/// The document with its description amended.
///
/// # Errors
/// When the setter's PDF is not of the kind that it was so far: a fault of ours.
pub(super) fn declare(pdf: Vec<u8>) -> Result<Vec<u8>, PdfFault> {
    let odd = |what: &str| PdfFault::Enclosing(what.to_owned());
    let broken = |e: lopdf::Error| PdfFault::Enclosing(e.to_string());
    let document = Document::load_mem(&pdf).map_err(broken)?;
    let id = document.catalog().and_then(|it| it.get(b"Metadata")).and_then(Object::as_reference).map_err(broken)?;
    let old = document.get_object(id).and_then(Object::as_stream).map_err(broken)?;
    if old.dict.has(b"Filter") {
        return Err(odd("its description is compressed"));
    }
    let packet = std::str::from_utf8(&old.content).map_err(|_| odd("its description is not UTF-8"))?;
    let packet = amended(packet).ok_or_else(|| odd("its description is not as expected"))?;
    let mut dict = old.dict.clone();
    dict.remove(b"Length");
    let stream = Stream::new(dict, packet.into_bytes()).with_compression(false);
    let room = pdf.len() + stream.content.len() + 1024;
    let mut update = IncrementalDocument::create_from(pdf, document);
    update.new_document.set_object(id, stream);
    let mut out = Vec::with_capacity(room);
    update.save_to(&mut out).map_err(|e| PdfFault::Enclosing(e.to_string()))?;
    Ok(out)
}

/// The packet with the properties, and with their explanation beside those that it has already.
fn amended(packet: &str) -> Option<String> {
    let xml = roxmltree::Document::parse(packet).ok()?;
    let rdf = xml.descendants().find(|node| node.has_tag_name((RDF, "RDF")))?;
    let explained = rdf.descendants().find(|node| node.has_tag_name((EXTENSION, "schemas")))?;
    let last = explained.descendants().find(|node| node.has_tag_name((RDF, "Bag")))?.last_element_child()?;
    let about = rdf.children().find_map(|node| node.attribute((RDF, "about"))).unwrap_or_default();
    let values: String = PROPERTIES.iter().map(|(name, value, _)| format!("<fx:{name}>{value}</fx:{name}>")).collect();
    let description = format!(
        r#"<rdf:Description xmlns:rdf="{RDF}" xmlns:fx="{FACTUR_X}" rdf:about="{about}">{values}</rdf:Description>"#
    );
    let end = |node: Node<'_, '_>| node.range().end;
    let (head, rest) = packet.split_at_checked(end(last))?;
    let (middle, tail) = rest.split_at_checked(end(rdf.last_element_child()?).checked_sub(end(last))?)?;
    Some(format!("{head}{}{middle}{description}{tail}", explanation()))
}

fn explanation() -> String {
    let properties: String = PROPERTIES
        .iter()
        .map(|(name, _, meaning)| {
            format!(
                r#"<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>{meaning}</pdfaProperty:description></rdf:li>"#
            )
        })
        .collect();
    format!(
        r#"<rdf:li xmlns:rdf="{RDF}" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>{FACTUR_X}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"#
    )
}
