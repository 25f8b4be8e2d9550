//! Any text is an EDTF value or none; a value prints as itself and its bounds are in order.
#![no_main]

use banmian::engine::extract::edtf::Edtf;
use banmian_fuzz::text_of;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(value) = Edtf::parse(&text_of(bytes)) else { return };
    assert_eq!(Edtf::parse(value.as_str()).as_ref(), Some(&value));
    if let (Some(first), Some(last)) = value.bounds() {
        assert!(first <= last, "{value:?}");
    }
    let _ = (value.granularity(), value.just_before(), value.approximate());
});
