//! Bytes of the wire between page and worker. The only file that names the byte format (postcard).
//!
//! A message is the protocol's version, four bytes little-endian, then the value. A version that differs is refused
//! before anything is decoded; nothing here panics.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::protocol::PROTOCOL_VERSION;

/// The bytes of a message.
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, Error> {
    postcard::to_extend(message, PROTOCOL_VERSION.to_le_bytes().to_vec()).map_err(|_| Error::Codec)
}

/// The message of some bytes.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    let (version, value) = bytes.split_first_chunk::<4>().ok_or(Error::Codec)?;
    let found = u32::from_le_bytes(*version);
    if found != PROTOCOL_VERSION {
        return Err(Error::ProtocolVersion { expected: PROTOCOL_VERSION, found });
    }
    postcard::from_bytes(value).map_err(|_| Error::Codec)
}
