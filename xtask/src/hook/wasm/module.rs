//! A module's sections, those that name functions taken apart.

use super::code::Body;
use super::leb::{Reader, push_counted, push_number};
use crate::Outcome;

const HEAD: [u8; 8] = *b"\0asm\x01\0\0\0";

/// A module of WebAssembly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// What it asks for, in order.
    pub imports: Vec<Import>,
    /// The functions it defines, in order; their numbers follow those of the imported functions.
    pub functions: Vec<Function>,
    /// What it gives.
    pub exports: Vec<Export>,
    /// What runs first.
    start: Option<u32>,
    elements: Vec<Element>,
    /// Every other section as it stands, by its code; sections of tools are left out.
    others: Vec<(u8, Vec<u8>)>,
}

/// Something asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// From whom.
    pub module: String,
    /// Under which name.
    pub name: String,
    /// Its kind and type, as bytes.
    kind: Vec<u8>,
}

/// A function that is defined here.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Function {
    /// The number of its type.
    pub kind: u32,
    /// What it does.
    pub body: Body,
}

/// Something given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Under which name.
    pub name: String,
    /// 0 for functions.
    kind: u8,
    index: u32,
}

/// Functions that stand in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Element {
    /// Flags, table and place, as bytes.
    head: Vec<u8>,
    functions: Vec<u32>,
}

const TYPES: u8 = 1;
const IMPORTS: u8 = 2;
const FUNCTIONS: u8 = 3;
const EXPORTS: u8 = 7;
const START: u8 = 8;
const ELEMENTS: u8 = 9;
const CODE: u8 = 10;
/// The order in which sections stand: data's count (12) before the code.
const ORDER: [u8; 13] = [TYPES, IMPORTS, FUNCTIONS, 4, 5, 13, 6, EXPORTS, START, ELEMENTS, 12, CODE, 11];

impl Module {
    /// Takes a module apart.
    pub fn read(bytes: &[u8]) -> Outcome<Module> {
        let mut reader = Reader::new(bytes);
        if reader.take(HEAD.len())? != HEAD {
            return Err("no module of WebAssembly".to_owned());
        }
        let mut res = Module {
            imports: vec![],
            functions: vec![],
            exports: vec![],
            start: None,
            elements: vec![],
            others: vec![],
        };
        let mut kinds = vec![];
        let mut bodies = vec![];
        while !reader.is_at_end() {
            let code = reader.byte()?;
            let mut content = Reader::new(reader.counted()?);
            match code {
                0 => {}
                IMPORTS => res.imports = many(&mut content, import)?,
                FUNCTIONS => kinds = many(&mut content, Reader::number)?,
                EXPORTS => res.exports = many(&mut content, export)?,
                START => res.start = Some(content.number()?),
                ELEMENTS => res.elements = many(&mut content, element)?,
                CODE => bodies = many(&mut content, |it| Body::read(it.counted()?))?,
                other if ORDER.contains(&other) => res.others.push((code, content.rest().to_vec())),
                other => return Err(format!("unknown section {other}")),
            }
        }
        if kinds.len() != bodies.len() {
            return Err("functions without bodies".to_owned());
        }
        res.functions = kinds.into_iter().zip(bodies).map(|(kind, body)| Function { kind, body }).collect();
        res.names_no_function_beyond()?;
        Ok(res)
    }

    /// The module's bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut res = HEAD.to_vec();
        for code in ORDER {
            let content = match code {
                IMPORTS => written(&self.imports, Import::write),
                FUNCTIONS => written(&self.functions, |it, out| push_number(out, it.kind)),
                EXPORTS => written(&self.exports, Export::write),
                START => self.start.map(|it| {
                    let mut res = vec![];
                    push_number(&mut res, it);
                    res
                }),
                ELEMENTS => written(&self.elements, Element::write),
                CODE => written(&self.functions, |it, out| it.body.write(out)),
                other => self.others.iter().find(|it| it.0 == other).map(|it| it.1.clone()),
            };
            if let Some(content) = content {
                res.push(code);
                push_counted(&mut res, &content);
            }
        }
        res
    }

    /// How many functions are asked for; the first that is defined has this number.
    pub fn imported_functions(&self) -> u32 {
        self.imports.iter().filter(|it| it.is_function()).count() as u32
    }

    /// How many parameters each type of function has, by the number of the type.
    pub fn parameters(&self) -> Outcome<Vec<u32>> {
        let types = self.others.iter().find(|it| it.0 == TYPES).map(|it| it.1.as_slice()).unwrap_or(&[0]);
        many(&mut Reader::new(types), |it| match it.byte()? {
            0x60 => {
                let parameters = it.counted()?;
                it.counted()?;
                Ok(parameters.len() as u32)
            }
            other => Err(format!("unknown type {other:#x}")),
        })
    }

    /// The functions that are named from outside of bodies: given, in tables, run first.
    pub fn roots(&self) -> impl Iterator<Item = u32> {
        let exports = self.exports.iter().filter(|it| it.kind == 0).map(|it| it.index);
        let elements = self.elements.iter().flat_map(|it| it.functions.iter().copied());
        exports.chain(elements).chain(self.start)
    }

    /// Every place where a function is named by its number, outside and inside of bodies.
    fn functions_named_mut(&mut self) -> impl Iterator<Item = &mut u32> {
        let exports = self.exports.iter_mut().filter(|it| it.kind == 0).map(|it| &mut it.index);
        let elements = self.elements.iter_mut().flat_map(|it| it.functions.iter_mut());
        let bodies = self.functions.iter_mut().flat_map(|it| it.body.functions_mut());
        exports.chain(elements).chain(self.start.iter_mut()).chain(bodies)
    }

    /// Names every function by the number that `numbers` has at its old one.
    pub fn renumber(&mut self, numbers: &[u32]) {
        for function in self.functions_named_mut() {
            if let Some(number) = numbers.get(*function as usize) {
                *function = *number;
            }
        }
    }

    fn names_no_function_beyond(&mut self) -> Outcome {
        let count = self.imported_functions() + self.functions.len() as u32;
        if self.functions_named_mut().all(|it| *it < count) {
            Ok(())
        } else {
            Err("a function that is not there".into())
        }
    }
}

impl Import {
    /// Whether a function is asked for.
    pub fn is_function(&self) -> bool {
        self.kind.first() == Some(&0)
    }

    fn write(&self, out: &mut Vec<u8>) {
        push_counted(out, self.module.as_bytes());
        push_counted(out, self.name.as_bytes());
        out.extend_from_slice(&self.kind);
    }
}

impl Export {
    fn write(&self, out: &mut Vec<u8>) {
        push_counted(out, self.name.as_bytes());
        out.push(self.kind);
        push_number(out, self.index);
    }
}

impl Element {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.head);
        push_number(out, self.functions.len() as u32);
        for it in &self.functions {
            push_number(out, *it);
        }
    }
}

fn many<'a, T>(reader: &mut Reader<'a>, mut one: impl FnMut(&mut Reader<'a>) -> Outcome<T>) -> Outcome<Vec<T>> {
    (0..reader.number()?).map(|_| one(reader)).collect()
}

fn written<T>(all: &[T], mut write: impl FnMut(&T, &mut Vec<u8>)) -> Option<Vec<u8>> {
    let mut res = vec![];
    push_number(&mut res, all.len() as u32);
    all.iter().for_each(|it| write(it, &mut res));
    (!all.is_empty()).then_some(res)
}

fn name(reader: &mut Reader) -> Outcome<String> {
    String::from_utf8(reader.counted()?.to_vec()).map_err(|_| "a name that is no text".to_owned())
}

fn import(reader: &mut Reader) -> Outcome<Import> {
    let (module, name) = (name(reader)?, name(reader)?);
    let start = reader.position();
    match reader.byte()? {
        0 => reader.skip_number()?,
        1 => {
            reader.byte()?;
            limits(reader)?;
        }
        2 => limits(reader)?,
        3 => {
            reader.take(2)?;
        }
        other => return Err(format!("unknown import {other}")),
    }
    Ok(Import { module, name, kind: reader.since(start).to_vec() })
}

fn limits(reader: &mut Reader) -> Outcome {
    let has_maximum = reader.byte()? & 1 == 1;
    reader.skip_number()?;
    if has_maximum { reader.skip_number() } else { Ok(()) }
}

fn export(reader: &mut Reader) -> Outcome<Export> {
    Ok(Export { name: name(reader)?, kind: reader.byte()?, index: reader.number()? })
}

fn element(reader: &mut Reader) -> Outcome<Element> {
    let start = reader.position();
    let flags = reader.number()?;
    let is_active = flags & 1 == 0;
    if flags & 2 != 0 && is_active {
        reader.skip_number()?;
    }
    if is_active {
        constant(reader)?;
    }
    if flags & 3 != 0 {
        reader.byte()?;
    }
    if flags > 3 {
        return Err("elements that are expressions".to_owned());
    }
    let head = reader.since(start).to_vec();
    Ok(Element { head, functions: many(reader, Reader::number)? })
}

/// A place in a table: one constant and `end`.
fn constant(reader: &mut Reader) -> Outcome {
    match (reader.byte()?, reader.skip_number()?, reader.byte()?) {
        (0x41, (), 0x0b) => Ok(()),
        _ => Err("elements at a place that is computed".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_module_survives() {
        let bytes = sample::bytes(&["i"], &[&[0, 1], &[]], &[("a", 1)], &[2, 1]);
        assert_eq!(Module::read(&bytes).map(|it| it.bytes()).as_deref(), Ok(bytes.as_slice()));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(Module::read(b"").is_err());
        assert!(Module::read(b"<!doctype html>").is_err());
        assert!(Module::read(&sample::bytes(&[], &[&[7]], &[], &[])).is_err(), "there is no function 7");
        let whole = sample::bytes(&["i"], &[&[0, 1]], &[("a", 1)], &[1]);
        let cut: Vec<usize> = (9..whole.len()).filter(|it| Module::read(&whole[..*it]).is_ok()).collect();
        assert!(cut.len() <= 6, "only between sections a module may end: {cut:?}");
    }
}
