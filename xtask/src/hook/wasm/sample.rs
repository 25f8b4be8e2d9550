//! Small modules to test with.

use super::leb::{push_counted, push_number};
use super::module::Module;

/// A module's bytes: the functions it asks for, the functions it defines by what they call, the functions it gives and
/// those in its table. All take and give nothing.
pub fn bytes(imports: &[&str], calls: &[&[u32]], exports: &[(&str, u32)], table: &[u32]) -> Vec<u8> {
    let mut res = b"\0asm\x01\0\0\0".to_vec();
    section(&mut res, 1, vec![1, 0x60, 0, 0]);
    section(
        &mut res,
        2,
        list(imports, |name, out| {
            push_counted(out, b"./app_bg.js");
            push_counted(out, name.as_bytes());
            out.extend([0, 0]);
        }),
    );
    section(&mut res, 3, list(calls, |_, out| out.push(0)));
    section(&mut res, 4, vec![1, 0x70, 0, table.len() as u8]);
    section(
        &mut res,
        7,
        list(exports, |(name, index), out| {
            push_counted(out, name.as_bytes());
            out.extend([0, *index as u8]);
        }),
    );
    let mut elements = vec![1, 0, 0x41, 0, 0x0b];
    elements.extend(list(table, |it, out| push_number(out, *it)));
    section(&mut res, 9, elements);
    section(
        &mut res,
        10,
        list(calls, |called, out| {
            let mut body = vec![0];
            called.iter().for_each(|it| body.extend([0x10, *it as u8]));
            body.push(0x0b);
            push_counted(out, &body);
        }),
    );
    res
}

/// The same, taken apart.
pub fn module(imports: &[&str], calls: &[&[u32]], exports: &[(&str, u32)], table: &[u32]) -> Module {
    Module::read(&bytes(imports, calls, exports, table)).unwrap()
}

/// What is called and given in a module, to compare it with.
pub fn same(module: &Module, imports: &[&str], calls: &[&[u32]], exports: &[(&str, u32)], table: &[u32]) {
    assert_eq!(module.bytes(), bytes(imports, calls, exports, table));
}

fn section(out: &mut Vec<u8>, code: u8, content: Vec<u8>) {
    if content != [0] {
        out.push(code);
        push_counted(out, &content);
    }
}

fn list<T>(all: &[T], mut write: impl FnMut(&T, &mut Vec<u8>)) -> Vec<u8> {
    let mut res = vec![all.len() as u8];
    all.iter().for_each(|it| write(it, &mut res));
    res
}
