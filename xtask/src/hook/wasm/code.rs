//! A function's body: its locals and instructions, read so far as to know which functions and locals they name.

use super::leb::{Reader, push_counted, push_number};
use crate::Outcome;

/// One function.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Body {
    /// Runs of locals: how many, and the byte of their type.
    pub locals: Vec<(u32, u8)>,
    /// Its instructions, the last `end` included.
    pub instructions: Vec<Instruction>,
}

/// One instruction. Whatever neither names a function nor a local is kept as its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Instruction {
    /// Names a function: `call`, `return_call`.
    Call(u8, u32),
    /// Names a function as a value.
    Reference(u32),
    /// Reads, writes or keeps a local.
    Local(u8, u32),
    /// Any other, as it stands.
    Plain(Vec<u8>),
}

impl Body {
    /// Reads a body without the count before it.
    pub fn read(bytes: &[u8]) -> Outcome<Body> {
        let mut reader = Reader::new(bytes);
        let mut locals = vec![];
        for _ in 0..reader.number()? {
            let count = reader.number()?;
            locals.push((count, reader.byte()?));
        }
        let mut instructions = vec![];
        while !reader.is_at_end() {
            instructions.push(instruction(&mut reader)?);
        }
        Ok(Body { locals, instructions })
    }

    /// Appends the body with its count.
    pub fn write(&self, out: &mut Vec<u8>) {
        push_counted(out, &self.bytes());
    }

    /// The body without its count.
    pub fn bytes(&self) -> Vec<u8> {
        let mut res = vec![];
        push_number(&mut res, self.locals.len() as u32);
        for (count, kind) in &self.locals {
            push_number(&mut res, *count);
            res.push(*kind);
        }
        for it in &self.instructions {
            it.write(&mut res);
        }
        res
    }

    /// The functions that are named.
    pub fn functions(&self) -> impl Iterator<Item = u32> {
        self.instructions.iter().filter_map(|it| match it {
            Instruction::Call(_, function) | Instruction::Reference(function) => Some(*function),
            Instruction::Local(..) | Instruction::Plain(_) => None,
        })
    }

    /// The functions that are named, to be named otherwise.
    pub fn functions_mut(&mut self) -> impl Iterator<Item = &mut u32> {
        self.instructions.iter_mut().filter_map(|it| match it {
            Instruction::Call(_, function) | Instruction::Reference(function) => Some(function),
            Instruction::Local(..) | Instruction::Plain(_) => None,
        })
    }
}

impl Instruction {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Instruction::Call(code, index) | Instruction::Local(code, index) => {
                out.push(*code);
                push_number(out, *index);
            }
            Instruction::Reference(index) => {
                out.push(REFERENCE);
                push_number(out, *index);
            }
            Instruction::Plain(bytes) => out.extend_from_slice(bytes),
        }
    }
}

const REFERENCE: u8 = 0xd2;

/// Codes as the specification lists them; what compilers to browsers do not make by default is refused.
fn instruction(reader: &mut Reader) -> Outcome<Instruction> {
    let start = reader.position();
    let code = reader.byte()?;
    match code {
        0x10 | 0x12 => return Ok(Instruction::Call(code, reader.number()?)),
        REFERENCE => return Ok(Instruction::Reference(reader.number()?)),
        0x20..=0x22 => return Ok(Instruction::Local(code, reader.number()?)),
        // Without operands: control, parametric, comparisons and arithmetic, `ref.is_null`.
        0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => {}
        // One number: a block's type, a depth, a global, a table, a memory, a constant, the type of null.
        0x02..=0x04 | 0x0c | 0x0d | 0x23..=0x26 | 0x3f..=0x42 | 0xd0 => reader.skip_number()?,
        // How memory is aligned is a hint that nobody needs; where it is read or written.
        0x28..=0x3e => {
            reader.skip_number()?;
            let offset = reader.position();
            reader.skip_number()?;
            return Ok(Instruction::Plain([&[code, 0], reader.since(offset)].concat()));
        }
        // An indirect call: a type and a table.
        0x11 | 0x13 => skip_numbers(reader, 2)?,
        0x0e => {
            let targets = reader.number()?;
            skip_numbers(reader, targets.saturating_add(1))?;
        }
        0x1c => {
            reader.counted()?;
        }
        0x43 => {
            reader.take(4)?;
        }
        0x44 => {
            reader.take(8)?;
        }
        0xfc => {
            let operands = match reader.number()? {
                0..=7 => 0,
                9 | 11 | 13 | 15..=17 => 1,
                8 | 10 | 12 | 14 => 2,
                other => return Err(format!("unknown instruction 0xfc {other}")),
            };
            skip_numbers(reader, operands)?;
        }
        other => return Err(format!("unknown instruction {other:#x}")),
    }
    Ok(Instruction::Plain(reader.since(start).to_vec()))
}

fn skip_numbers(reader: &mut Reader, count: u32) -> Outcome {
    (0..count).try_for_each(|_| reader.skip_number())
}
