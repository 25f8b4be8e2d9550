//! Benchmarks of the engine; each asserts its result.
fn main() {
    divan::main();
}
