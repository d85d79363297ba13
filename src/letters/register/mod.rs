//! Letters to designated people about their entry in the register, and to coordinators about its reviews.

pub mod de_designated;
pub mod moved;
pub mod moved_head;
pub mod paused;
pub mod renewed;
pub mod resigned;
pub mod resumed;
pub mod review_due;
