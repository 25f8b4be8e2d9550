//! Packages of the operating system, through apt-get where that is allowed.

use crate::{Outcome, program};

/// Installs packages with apt-get; where it cannot, says what to install.
pub fn install(packages: &[&str]) -> Outcome {
    let sentence =
        || format!("please install these packages of your system, then run this again: {}", packages.join(" "));
    let prefix = privilege(user_id().as_deref(), program::find("sudo").is_some(), program::find("apt-get").is_some())
        .ok_or_else(sentence)?;
    println!("   installing {} with apt-get", packages.join(" "));
    // A fresh container knows no packages yet; where the update fails, an older list may still do.
    if let Err(message) = apt_get(prefix, &["update", "--quiet"]) {
        println!("   {message}");
    }
    let arguments = [&["install", "--quiet", "--yes", "--no-install-recommends"], packages].concat();
    apt_get(prefix, &arguments).map_err(|error| format!("{error}; {}", sentence()))
}

fn apt_get(prefix: &[&str], arguments: &[&str]) -> Outcome {
    let words = [prefix, &["apt-get"], arguments].concat();
    let (first, rest) = words.split_first().ok_or("no command")?;
    program::run(program::command(first).args(rest).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// What stands before `apt-get`: nothing for root, sudo (never asking) for others; `None` where neither will do.
fn privilege(user_id: Option<&str>, has_sudo: bool, has_apt: bool) -> Option<&'static [&'static str]> {
    match (has_apt, user_id, has_sudo) {
        (false, _, _) => None,
        (true, Some("0"), _) => Some(&[]),
        (true, _, true) => Some(&["sudo", "--non-interactive"]),
        (true, _, false) => None,
    }
}

fn user_id() -> Option<String> {
    program::output(program::command("id").arg("-u"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_needs_no_sudo_and_others_do() {
        assert_eq!(privilege(Some("0"), false, true), Some(&[][..]));
        assert_eq!(privilege(Some("1000"), true, true), Some(&["sudo", "--non-interactive"][..]));
        assert_eq!(privilege(Some("1000"), false, true), None);
    }

    #[test]
    fn without_apt_nothing_is_tried() {
        assert_eq!(privilege(Some("0"), true, false), None);
    }
}
